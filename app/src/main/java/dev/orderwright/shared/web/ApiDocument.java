package dev.orderwright.shared.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderwright.shared.api.Problem;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the API that programs read: what every route has in common is said here, the rest at the route. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    private static final String KEY = "apiKey";
    private static final String ABOUT = """
            Orders from promise to delivery, their stock, packages and money.

            Every request carries an API key as a bearer token. Every write carries an `Idempotency-Key` of your own \
            choice: the same request sent again with the same key has one effect and the same answer; another request \
            with a used key is refused with the code `key-reused`. Refusals are problems after RFC 9457 with a stable \
            `code` and one entry in `errors` for each thing that is wrong. What has a version answers it as `ETag`: send \
            it as `If-Match` to change what you have seen or nothing (412, `stale-version`). Amounts whose name ends in \
            `Minor` are in minor units (pence), quantities are in whole units of the item. Lists come in pages: send \
            the answer's `next` as `cursor` for the page after it.
            """;

    private final SchemaNames names = new SchemaNames();
    private final ApiWords words = new ApiWords();

    @Bean
    ModelResolver schemas(ObjectMapperProvider mappers) {
        return new Records(mappers.jsonMapper(), names).openapi31(true);
    }

    /** Notes which record each schema was made of. */
    private static final class Records extends ModelResolver {
        private final SchemaNames names;

        Records(ObjectMapper mapper, SchemaNames names) {
            super(mapper, names);
            this.names = names;
        }

        @Override
        public @Nullable Schema resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
            names.given(_mapper.constructType(type.getType()).getRawClass());
            return super.resolve(type, context, next);
        }
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info().title("Orderwright").version("v1").description(ABOUT.strip()))
                .servers(List.of(new Server().url("/").description("This program")))
                .addSecurityItem(new SecurityRequirement().addList(KEY))
                .components(new Components()
                        .addSecuritySchemes(
                                KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A key made under Access; its scopes say what it may do")));
    }

    @Bean
    OperationCustomizer promises() {
        return new ApiPromises(words);
    }

    @Bean
    OpenApiCustomizer records() {
        return document -> {
            Components components = document.getComponents();
            ModelConverters.getInstance(true).readAll(Problem.class).forEach((name, schema) -> {
                if (!components.getSchemas().containsKey(name)) {
                    components.addSchemas(name, schema);
                }
            });
            components.addSchemas(
                    "StreamingResponseBody",
                    new JsonSchema()
                            .types(Set.of("string"))
                            .description("One JSON object a line, each like an entry of `results` of the bulk answer"));
            components.getSchemas().forEach(this::describe);
            components.getSchemas().forEach(this::nullness);
        };
    }

    private void describe(String name, Schema<?> schema) {
        @Nullable Map<String, Schema> properties = schema.getProperties();
        if (properties != null) {
            properties.forEach((field, property) -> {
                if (property.getDescription() == null && property.get$ref() == null) {
                    property.setDescription(words.of(name, field));
                }
            });
        }
    }

    /** What a record always has is required; what it may lack may be null. */
    private void nullness(String name, Schema<?> schema) {
        @Nullable Class<?> type = names.classOf(name);
        @Nullable Map<String, Schema> properties = schema.getProperties();
        if (type == null || !type.isRecord() || properties == null) {
            return;
        }
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            @Nullable Schema<?> property = properties.get(component.getName());
            if (property == null) {
                continue;
            }
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                properties.put(component.getName(), orNull(property));
            } else {
                required.add(component.getName());
            }
        }
        schema.setRequired(required.isEmpty() ? null : required);
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            Schema<?> either = new JsonSchema();
            either.setDescription(property.getDescription());
            either.setAnyOf(List.of(
                    new JsonSchema().$ref(property.get$ref()),
                    new JsonSchema().types(new LinkedHashSet<>(Set.of("null")))));
            return either;
        }
        @Nullable Set<String> types = property.getTypes();
        if (types != null) {
            Set<String> wider = new LinkedHashSet<>(types);
            wider.add("null");
            property.setTypes(wider);
            allowNull(property);
        }
        return property;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void allowNull(Schema property) {
        if (property.getEnum() != null && !property.getEnum().contains(null)) {
            List values = new ArrayList(property.getEnum());
            values.add(null);
            property.setEnum(values);
        }
    }
}
