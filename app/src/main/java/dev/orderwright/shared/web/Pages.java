package dev.orderwright.shared.web;

import dev.orderwright.shared.Texts;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Renders pages: whole ones with their frame, and for htmx the content alone. Controllers only return a {@link WebPage}. */
@Component
public class Pages {

    private static final String PACKAGE = "dev.orderwright.jte";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), PACKAGE);
    private final ObjectProvider<Menu> menu;
    private final Assets assets;

    Pages(ObjectProvider<Menu> menu, Assets assets) {
        this.menu = menu;
        this.assets = assets;
        engine.setHtmlInterceptor(new FormGuard());
    }

    /** A fragment outside of any request, for server-sent events. It must not hold a form. */
    public String fragment(String template, Object view) {
        StringOutput output = new StringOutput();
        engine.render(template, Map.of("view", view), output);
        return output.toString();
    }

    /** Writes a page to a response. The whole page is rendered before the first byte leaves, so errors get a page too. */
    public void write(WebPage page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean contentOnly = page.isFragment() || wantsContentOnly(request);
        String csrf = csrfToken(request);
        PageShell shell = new PageShell(
                page,
                Who.of(request).orElse(null),
                csrf,
                contentOnly ? null : FlashCookie.take(request, response),
                contentOnly ? List.of() : menuOf(request),
                address(request),
                assets,
                engine::render);
        String html = FormGuard.guarded(csrf, () -> render(page, shell, contentOnly));
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        response.setStatus(page.status());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.addHeader("Vary", "HX-Request");
        response.setHeader("Content-Language", Texts.language().code());
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private String render(WebPage page, PageShell shell, boolean contentOnly) {
        Map<String, Object> model = Map.of("view", page.view(), "shell", shell);
        StringOutput output = new StringOutput();
        if (page.isFragment()) {
            engine.render(page.template(), model, output);
        } else if (contentOnly) {
            engine.render("console/title.jte", Map.of("shell", shell), output);
            engine.render(page.template(), model, output);
        } else {
            Content content = into -> engine.render(page.template(), model, into);
            engine.render(page.frame(), Map.of("shell", shell, "content", content), output);
        }
        return output.toString();
    }

    private List<MenuEntry> menuOf(HttpServletRequest request) {
        Menu known = menu.getIfAvailable();
        return known == null
                ? List.of()
                : Who.of(request).map(known::entriesFor).orElse(List.of());
    }

    /** A page that was sent cannot be asked for again by its address alone. */
    private static String address(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return "/";
        }
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static String csrfToken(HttpServletRequest request) {
        @Nullable CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null ? "" : token.getToken();
    }

    /** True for a request of htmx that swaps the content; its own history and boosted links want the whole page. */
    static boolean wantsContentOnly(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"))
                && !"true".equals(request.getHeader("HX-Boosted"))
                && !"true".equals(request.getHeader("HX-History-Restore-Request"));
    }
}
