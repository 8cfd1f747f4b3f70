package dev.orderwright.shared.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** What the API document says of parameters and fields that have one meaning everywhere, or whose place says nothing. */
final class ApiWords {

    private final Properties words = new Properties();

    ApiWords() {
        try (InputStreamReader in = new InputStreamReader(
                new ClassPathResource("api/words.properties").getInputStream(), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param at the operation or schema; its own word goes before the common one */
    @Nullable
    String of(String at, String name) {
        @Nullable String own = words.getProperty(at + "." + name);
        return own == null ? words.getProperty(name) : own;
    }
}
