package dev.orderwright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who uses the program over HTTP, with a cookie jar like a browser's; sends forms with what the page holds. */
public final class Visitor {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(_once|_csrf)\" value=\"([^\"]+)\">");

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private Visitor(String base) {
        this.base = base;
    }

    /** Nobody is signed in yet. */
    public static Visitor of(World world) {
        return new Visitor(world.url());
    }

    /** Signed in; the first administrator's password is in {@link World}'s bean. */
    public static Visitor signedIn(World world, String login, String password) {
        Visitor visitor = of(world);
        HttpResponse<String> answer = visitor.signIn(login, password);
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("not signed in: " + answer.statusCode() + " " + answer.body());
        }
        return visitor;
    }

    public HttpResponse<String> signIn(String login, String password) {
        return send("/login", request -> form(request, "login", login, "password", password));
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(path, request -> {
            for (int i = 0; i + 1 < headers.length; i += 2) {
                request.setHeader(headers[i], headers[i + 1]);
            }
            return request.GET();
        });
    }

    /** Opens the page a form stands on and sends the form from there, with its hidden fields. */
    public HttpResponse<String> submit(String page, String action, String... fields) {
        String[] all = java.util.Arrays.copyOf(fields, fields.length + 4);
        Matcher hidden = HIDDEN.matcher(get(page).body());
        for (int i = fields.length; i < all.length && hidden.find(); i += 2) {
            all[i] = hidden.group(1);
            all[i + 1] = hidden.group(2);
        }
        return post(action, all);
    }

    /** Sends a form as it is given. */
    public HttpResponse<String> post(String action, String... fields) {
        return send(action, request -> form(request, fields));
    }

    public HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> what) {
        try {
            return client.send(
                    what.apply(HttpRequest.newBuilder(URI.create(base + path))).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on this cookie is sent too, as if the program had set it. */
    public Visitor keeping(String cookie, String value) {
        java.net.HttpCookie kept = new java.net.HttpCookie(cookie, value);
        kept.setPath("/");
        cookies.getCookieStore().add(URI.create(base), kept);
        return this;
    }

    public List<java.net.HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    private static HttpRequest.Builder form(HttpRequest.Builder request, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i + 1 < fields.length; i += 2) {
            if (fields[i] != null) {
                body.append(body.isEmpty() ? "" : "&")
                        .append(URLEncoder.encode(fields[i], StandardCharsets.UTF_8))
                        .append('=')
                        .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
            }
        }
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }
}
