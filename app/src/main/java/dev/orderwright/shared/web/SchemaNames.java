package dev.orderwright.shared.web;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Names the schemas of the API document: each record has one of its own, with its module in front. */
final class SchemaNames extends TypeNameResolver {

    private static final String ROOT = "dev.orderwright.";

    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    /** The class a schema was made of. */
    @Nullable
    Class<?> classOf(String schema) {
        return named.get(schema);
    }

    /** Keeps the name that a record gives itself. */
    void given(Class<?> type) {
        @Nullable Schema given = type.getAnnotation(Schema.class);
        if (given != null && !given.name().isEmpty()) {
            keep(given.name(), type);
        }
    }

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        @Nullable Schema given = type.getAnnotation(Schema.class);
        boolean own = type.getName().startsWith(ROOT)
                && (given == null || given.name().isEmpty());
        String name = super.nameForClass(type, options);
        return own ? keep(module(type) + "." + name, type) : name;
    }

    /** {@code channels.ImportAnswerPage}. */
    @Override
    protected String nameForGenericType(JavaType type, Set<Options> options) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < type.containedTypeCount(); i++) {
            name.append(nameForType(type.containedType(i), options));
        }
        return keep(name.append(type.getRawClass().getSimpleName()).toString(), type.getRawClass());
    }

    private static String module(Class<?> type) {
        String inside = type.getName().substring(ROOT.length());
        return inside.substring(0, inside.indexOf('.'));
    }

    private String keep(String name, Class<?> type) {
        if (type.isEnum()) {
            return name;
        }
        @Nullable Class<?> other = named.putIfAbsent(name, type);
        if (other != null && other != type) {
            throw new IllegalStateException(type + " and " + other + " would be one schema: " + name);
        }
        return name;
    }
}
