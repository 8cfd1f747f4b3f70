package dev.orderwright.shared.web;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Puts two hidden fields into every form that is sent by POST, so that no template can forget them: the token that
 * proves the form came from one of our pages, and a key by which a form that is sent twice is carried out once.
 */
final class FormGuard implements HtmlInterceptor {

    static final String ONCE = "_once";
    static final String CSRF = "_csrf";

    private static final int KEY_BYTES = 15;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ScopedValue<Rendering> CURRENT = ScopedValue.newInstance();

    /** One page that is being rendered; forms do not nest, so one flag tells what the open form is. */
    private static final class Rendering {
        private final String token;
        private boolean posting;

        Rendering(String token) {
            this.token = token;
        }
    }

    /** Renders with this token in every form. */
    static String guarded(String token, Supplier<String> rendering) {
        return ScopedValue.where(CURRENT, new Rendering(token)).call(rendering::get);
    }

    @Override
    public void onHtmlTagOpened(String tag, Map<String, Object> attributes, TemplateOutput output) {
        if (CURRENT.isBound()) {
            CURRENT.get().posting = "post".equalsIgnoreCase(String.valueOf(attributes.get("method")));
        }
    }

    @Override
    public void onHtmlTagClosed(String tag, TemplateOutput output) {
        if (!CURRENT.isBound() || !CURRENT.get().posting) {
            return;
        }
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        hidden(output, ONCE, Base64.getUrlEncoder().encodeToString(key));
        if (!CURRENT.get().token.isEmpty()) {
            hidden(output, CSRF, CURRENT.get().token);
        }
    }

    /** Both values are base64 and need no escaping. */
    private static void hidden(TemplateOutput output, String name, String value) {
        output.writeContent("<input type=\"hidden\" name=\"" + name + "\" value=\"" + value + "\">");
    }
}
