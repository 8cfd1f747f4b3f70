package dev.orderwright.shared.web;

import dev.orderwright.shared.Cause;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/**
 * What holds for an operation because of how its handler is written: a {@link Cause} needs an idempotency key,
 * {@link Requires} a scope, and each way to be refused has its status.
 */
final class ApiPromises implements OperationCustomizer {

    private static final String KEY = "Idempotency-Key";
    private static final String PROBLEM = "#/components/schemas/shared.Problem";
    private final ApiWords words;

    ApiPromises(ApiWords words) {
        this.words = words;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        operation.setOperationId(id(handler));
        operation.setTags(operation.getTags().stream()
                .map(tag -> tag.matches("[a-z-]+") ? module(handler) : tag)
                .distinct()
                .toList());
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> parameter.getDescription() == null)
                    .forEach(parameter ->
                            parameter.setDescription(words.of(operation.getOperationId(), parameter.getName())));
        }
        scope(operation, handler.getMethodAnnotation(Requires.class));
        if (takes(handler, Cause.class) && !has(operation, KEY)) {
            operation.addParametersItem(key());
        }
        refusals(operation, writes(handler));
        return operation;
    }

    private static void scope(Operation operation, @Nullable Requires requires) {
        if (requires == null) {
            return;
        }
        String scope = "Needs the scope `" + String.join("` or `", requires.value()) + "`.";
        String about = Objects.requireNonNullElse(operation.getDescription(), "");
        if (!about.endsWith(scope)) {
            operation.setDescription(about.isEmpty() ? scope : about + "\n\n" + scope);
        }
    }

    private static boolean has(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> name.equals(parameter.getName()));
    }

    private static Parameter key() {
        return new Parameter()
                .in("header")
                .name(KEY)
                .required(true)
                .description("New for each request and the same when one is repeated")
                .schema(new StringSchema().minLength(1).maxLength(Cause.KEY_LENGTH_MAX));
    }

    private static void refusals(Operation operation, boolean write) {
        ApiResponses responses = operation.getResponses();
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        problem(responses, "400", "It could not be understood");
        problem(responses, "401", "The API key is missing or unknown");
        problem(responses, "403", "The key's scopes, channels or nodes do not reach that far");
        if (parameters.stream().anyMatch(parameter -> "path".equals(parameter.getIn()))) {
            problem(responses, "404", "There is no such thing");
        }
        if (has(operation, "If-Match")) {
            problem(responses, "412", "Somebody has changed it since it was read");
        }
        if (write) {
            problem(responses, "409", "The state of things does not allow it");
            problem(responses, "422", "A field is wrong, or the key was used for another request");
        }
        problem(responses, "503", "Too busy, or the database is away; repeat it with the same key");
    }

    private static void problem(ApiResponses responses, String status, String description) {
        Content content = new Content()
                .addMediaType("application/problem+json", new MediaType().schema(new Schema<>().$ref(PROBLEM)));
        responses.addApiResponse(
                status, new ApiResponse().description(description).content(content));
    }

    private static boolean writes(HandlerMethod handler) {
        @Nullable RequestMapping mapping = handler.getMethodAnnotation(RequestMapping.class);
        return mapping != null && !List.of(mapping.method()).contains(RequestMethod.GET);
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.stream(handler.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(type::equals);
    }

    /** {@code order.cancel}. */
    private static String id(HandlerMethod handler) {
        String type = handler.getBeanType().getSimpleName().replaceAll("(Api|Routes)$", "");
        return Character.toLowerCase(type.charAt(0)) + type.substring(1) + "."
                + handler.getMethod().getName();
    }

    /** The module of a handler as a heading: {@code Orders}. */
    private static String module(HandlerMethod handler) {
        String[] parts = handler.getBeanType().getPackageName().split("\\.", -1);
        String module = parts[2];
        return Character.toUpperCase(module.charAt(0)) + module.substring(1);
    }
}
