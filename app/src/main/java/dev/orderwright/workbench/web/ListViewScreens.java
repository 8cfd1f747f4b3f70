package dev.orderwright.workbench.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Dialog;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import dev.orderwright.workbench.ListViews;
import dev.orderwright.workbench.SavedViews;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where views of lists are saved and deleted, and their columns chosen. */
@Controller
class ListViewScreens {

    private final SavedViews views;
    private final ListViews lists;

    ListViewScreens(SavedViews views, ListViews lists) {
        this.views = views;
        this.lists = lists;
    }

    @GetMapping("/views/new")
    @Requires("console:use")
    WebPage ask(@RequestParam Map<String, String> in) {
        return page(question(in));
    }

    /** @param query the part of the list's address after the question mark */
    @PostMapping("/views/new")
    @Requires("console:use")
    Screen save(
            @RequestParam String list,
            @RequestParam String path,
            @RequestParam String query,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String who,
            @RequestParam Map<String, String> in,
            Cause cause) {
        Outcome<SavedViews.Saved> outcome = views.save(cause, list, name, query, who.equals("all"));
        return switch (outcome) {
            case Outcome.Done<SavedViews.Saved> done ->
                Redirect.to(local(path) + "?" + query, Flash.done(t("workbench.views.saved", name.strip())));
            case Outcome.Refused<SavedViews.Saved>(List<Refusal> refusals) ->
                page(question(in).refused(refusals)).status(HttpStatus.UNPROCESSABLE_CONTENT.value());
        };
    }

    private static Dialog question(Map<String, String> in) {
        Map<String, String> fixed = new LinkedHashMap<>();
        for (String name : List.of("list", "path", "query")) {
            fixed.put(name, in.getOrDefault(name, ""));
        }
        Map<String, String> audience = new LinkedHashMap<>();
        audience.put("", t("workbench.views.onlyMe"));
        audience.put("all", t("workbench.views.everybody"));
        String back = local(fixed.getOrDefault("path", "")) + "?" + fixed.get("query");
        return Dialog.of(t("workbench.views.save"), "/views/new", back, t("workbench.views.saveIt"))
                .explained(t("workbench.views.standsBeside"))
                .about("", fixed)
                .asking(
                        List.of(),
                        List.of(
                                Field.text("name", t("workbench.views.name"), in.getOrDefault("name", ""))
                                        .mandatory(),
                                Field.select("who", t("workbench.views.who"), in.getOrDefault("who", ""), audience)));
    }

    @GetMapping("/views/{view}/delete")
    @Requires("console:use")
    WebPage askDelete(@PathVariable long view, @RequestParam String path) {
        return page(Dialog.of(
                        t("workbench.views.delete"),
                        "/views/" + view + "/delete",
                        local(path),
                        t("workbench.views.deleteIt"))
                .explained(t("workbench.views.ordersStay"))
                .about("", Map.of("path", path))
                .dangerous());
    }

    @PostMapping("/views/{view}/delete")
    @Requires("console:use")
    Redirect delete(@PathVariable long view, @RequestParam String path, Cause cause) {
        return switch (views.delete(cause, view)) {
            case Outcome.Done<SavedViews.Saved> done ->
                Redirect.to(local(path), Flash.done(t("workbench.views.deleted")));
            case Outcome.Refused<SavedViews.Saved>(List<Refusal> refusals) ->
                Redirect.to(local(path), Flash.refused(refusals.getFirst().reason()));
        };
    }

    /** @param column those that are wanted; none for the usual ones */
    @PostMapping("/own/columns/{list}")
    @Requires("console:use")
    Redirect columns(
            @PathVariable String list,
            @RequestParam(required = false, defaultValue = "") List<String> column,
            @RequestParam String back,
            Who who) {
        lists.choose(who.actor(), list, column);
        return Redirect.to(local(back));
    }

    private static WebPage page(Dialog question) {
        return WebPage.asking(question);
    }

    private static String local(String path) {
        if (!Redirect.isLocal(path)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "not an address of this program");
        }
        return path;
    }
}
