package dev.orderwright.shared.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An address of the console with its parameters, encoded; empty parameters are left out, so that links stay short. */
public record Link(String path, Map<String, String> parameters) {

    public Link {
        parameters = new LinkedHashMap<>(parameters);
    }

    public static Link to(String path) {
        return new Link(path, Map.of());
    }

    /** The same address with a parameter set, or taken away by an empty value. */
    public Link with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.put(name, value);
        return new Link(path, changed);
    }

    @Override
    public String toString() {
        StringBuilder url = new StringBuilder(path);
        char separator = '?';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            if (!parameter.getValue().isBlank()) {
                url.append(separator)
                        .append(encoded(parameter.getKey()))
                        .append('=')
                        .append(encoded(parameter.getValue()));
                separator = '&';
            }
        }
        return url.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
