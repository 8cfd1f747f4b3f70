package dev.orderwright.shared.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * The static files, under addresses that carry a fingerprint of all of them: browsers may keep them for ever, and a new
 * release has new addresses. Files can refer to each other by relative paths.
 */
@Component
public class Assets {

    private static final String ROOT = "/assets/";
    private static final String FILES = "classpath:/static/";
    private static final int FINGERPRINT_CHARACTERS = 12;

    private final String fingerprint = fingerprint();

    /** {@code console/base.css} becomes {@code /assets/3f2a…/console/base.css}. */
    public String url(String path) {
        return ROOT + fingerprint + "/" + path;
    }

    void addTo(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(ROOT + fingerprint + "/**")
                .addResourceLocations(FILES)
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        // While a new release is rolled out, a page of one program may fetch its files from the other.
        registry.addResourceHandler(ROOT + "**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new OfAnotherRelease());
    }

    private static final class OfAnotherRelease extends PathResourceResolver {
        @Override
        protected @org.jspecify.annotations.Nullable Resource getResource(String path, Resource location)
                throws IOException {
            int slash = path.indexOf('/');
            return slash < 0 ? null : super.getResource(path.substring(slash + 1), location);
        }
    }

    private static String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:/static/**/*.*");
            Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
            for (Resource file : files) {
                digest.update(String.valueOf(file.getFilename()).getBytes(StandardCharsets.UTF_8));
                try (InputStream in = file.getInputStream()) {
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, FINGERPRINT_CHARACTERS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
