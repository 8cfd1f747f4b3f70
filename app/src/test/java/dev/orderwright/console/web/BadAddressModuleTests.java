package dev.orderwright.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.People;
import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.FirstAdministrator;
import dev.orderwright.access.Role;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.web.Screen;
import java.lang.reflect.Parameter;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class BadAddressModuleTests {

    private static final Set<String> CURSORS = Set.of("cursor", "after", "before", "from");
    /** Hand-made, cut off, from elsewhere, or of another kind. */
    private static final List<String> BAD = List.of(
            "x",
            "'; drop table",
            "%",
            "äöü",
            "99999999999999999999",
            coded("\u0000"),
            coded("no number"),
            Cursor.of("99999999999999999999").text(),
            Cursor.of("a", "b", "c").text(),
            Cursor.of(Long.MIN_VALUE, -1).text(),
            Cursor.of(-1, -1).text(),
            Cursor.of("+999999999-12-31", 0, 0).text(),
            Cursor.of("x".repeat(500)).text());

    private static World world;
    private static Visitor admin;

    @BeforeAll
    static void start() {
        world = World.fresh();
        admin = Visitor.signedIn(
                world,
                "admin",
                world.bean(FirstAdministrator.class).oneTimePassword().orElseThrow());
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static String coded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** {@code /orders?after=} for every list of the console that needs nothing else. */
    private static List<String> lists() {
        List<String> lists = new ArrayList<>(List.of("/orders?after=", "/exceptions/held-review?cursor="));
        world.beans(RequestMappingHandlerMapping.class)
                .forEach(mapping -> mapping.getHandlerMethods().forEach((info, handler) -> {
                    boolean page = Screen.class.isAssignableFrom(
                                    handler.getReturnType().getParameterType())
                            && handler.hasMethodAnnotation(GetMapping.class);
                    for (Parameter parameter : handler.getMethod().getParameters()) {
                        if (page && CURSORS.contains(parameter.getName())) {
                            info.getPatternValues().stream()
                                    .filter(path -> !path.contains("{"))
                                    .forEach(path -> lists.add(path + "?" + parameter.getName() + "="));
                        }
                    }
                }));
        return lists;
    }

    @Test
    void noListBreaksAtACursorThatNoPageGaveOut() {
        List<String> broken = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (String list : lists()) {
            for (String bad : BAD) {
                HttpResponse<String> answer = admin.get(list + encoded(bad));
                if (answer.statusCode() >= 500) {
                    broken.add(list + bad);
                }
                String path = list.split("[?]")[0];
                String name = list.substring(path.length() + 1, list.length() - 1);
                if (answer.statusCode() == 400
                        && !(answer.body().contains(">" + name + "</b>")
                                && answer.body().contains("href=\"" + path + "\""))) {
                    silent.add(list + bad);
                }
            }
        }
        assertThat(lists()).hasSizeGreaterThan(10);
        assertThat(broken).isEmpty();
        assertThat(silent).as("the field is named, and the first page offered").isEmpty();
    }

    @Test
    void whatIsWrongInAnAddressIsNamedAndTheFirstPageOffered() {
        HttpResponse<String> answer = admin.get("/orders?view=all&after=broken&channel=WEB");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains(">after</b>", "href=\"/orders?view=all&amp;channel=WEB\"", "To the first page");
        assertThat(admin.get("/orders?from=yesterday").body()).contains(">from</b>");
        assertThat(admin.get("/admin/security-log?before=x").body()).contains(">before</b>");
    }

    @Test
    void aViewWithOddCharactersWorksOrIsRefusedWithItsReason() {
        Visitor olga = People.add(world, "olga", Role.OPERATIONS);
        String filters = "view=all&channel=" + encoded("ä\"'%<b>&=?#");
        HttpResponse<String> saved = save(olga, filters, "“Größe” 100 % & <b>'x'");
        assertThat(saved.statusCode()).isEqualTo(303);
        String there = saved.headers().firstValue("Location").orElseThrow();
        assertThat(olga.get(there).statusCode()).isEqualTo(200);
        assertThat(olga.get(there).body()).contains("“Größe” 100 % &amp; &lt;b&gt;");

        for (String query : Arrays.asList("view=%", "view=%zz", "view=a\\b", "view=\u0001", "x".repeat(2_001))) {
            HttpResponse<String> refused = save(olga, query, "odd");
            assertThat(refused.statusCode()).as(query).isEqualTo(422);
        }
        assertThat(save(olga, "view=all", "x".repeat(500)).statusCode()).isEqualTo(422);
        assertThat(save(olga, "view=all", "a\u0000b").statusCode()).isBetween(400, 422);
    }

    private static HttpResponse<String> save(Visitor visitor, String query, String name) {
        return visitor.submit(
                "/account", "/views/new", "list", "orders", "path", "/orders", "query", query, "name", name);
    }
}
