package dev.orderwright.shared;

import dev.orderwright.shared.web.ReaderLanguage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.util.WebUtils;

/**
 * A made-up language: the English words of the files, each between {@code ⟦} and {@code ⟧}, with the values that are put
 * in left outside. What a page in it holds without the marks does not come from the files. It is spoken by a program
 * that is started with {@link #spoken()}, to visitors who ask for it with {@link #COOKIE}.
 */
public final class MarkedLanguage {

    public static final String COOKIE = "orderwright-test-language";

    private static final Pattern HOLE = Pattern.compile("\\{(\\d+)((?:\\|[^}]*)?)}");

    private static final Language MARKED = new Language("zz", words());

    private MarkedLanguage() {}

    private static Map<String, String> words() {
        return Texts.keys("").stream().collect(Collectors.toMap(Function.identity(), key -> {
            String english = String.valueOf(Language.ENGLISH.own(key));
            if (key.startsWith("shared.pattern.")) {
                return "'⟦'" + english + "'⟧'";
            }
            return key.equals("shared.language.code") ? "zz" : marked(english);
        }));
    }

    /** {@code {0} {0|order|orders} found} becomes {@code {0}⟦ ⟧{0|⟦order⟧|⟦orders⟧}⟦ found⟧}. */
    static String marked(String text) {
        StringBuilder marked = new StringBuilder();
        int done = 0;
        Matcher hole = HOLE.matcher(text);
        while (hole.find()) {
            marked.append(between(text.substring(done, hole.start()))).append(marked(hole));
            done = hole.end();
        }
        return marked.append(between(text.substring(done))).toString();
    }

    private static String marked(MatchResult hole) {
        String choices = hole.group(2).replaceAll("\\|([^|]+)", "|⟦$1⟧");
        return "{" + hole.group(1) + choices + "}";
    }

    private static String between(String words) {
        return words.isEmpty() ? "" : "⟦" + words + "⟧";
    }

    /** Around the parts of a program. */
    public static BeanPostProcessor spoken() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof ReaderLanguage ? new Asked() : bean;
            }
        };
    }

    private static final class Asked extends ReaderLanguage {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            @Nullable Cookie asked = WebUtils.getCookie(request, COOKIE);
            super.doFilterInternal(
                    request,
                    response,
                    asked == null
                            ? chain
                            : (marked, answer) -> {
                                try {
                                    Texts.<@Nullable Object, Exception>in(MARKED, () -> {
                                        chain.doFilter(marked, answer);
                                        return null;
                                    });
                                } catch (ServletException | IOException | RuntimeException e) {
                                    throw e;
                                } catch (Exception e) {
                                    throw new ServletException(e);
                                }
                            });
        }
    }
}
