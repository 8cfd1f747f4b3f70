package dev.orderwright.inventory.web.nodes;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.inventory.NodeDraft;
import dev.orderwright.inventory.NodesDefined;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Versions;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.web.FormInput;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Nodes for people: where they are, when they work, and until when orders still leave on the same day. */
@Controller
class NodeScreens {

    static final String LIST = "/admin/nodes";

    private static final int UNPROCESSABLE = 422;

    private final Inventory inventory;
    private final NodePages pages;
    private final Company company;

    NodeScreens(Inventory inventory, NodePages pages, Company company) {
        this.inventory = inventory;
        this.pages = pages;
        this.company = company;
    }

    @GetMapping(LIST)
    @Requires("inventory:read")
    WebPage list(Who who) {
        return WebPage.of("inventory/nodes.jte", pages.list(inventory.nodes(), who), t("inventory.nodes.title"))
                .in("nodes");
    }

    @GetMapping(LIST + "/new")
    @Requires("inventory:write")
    WebPage newForm(Who who) {
        return pages.page(null, NodeForm.empty(company), List.of(), who);
    }

    @PostMapping(LIST)
    @Requires("inventory:write")
    Screen create(@RequestParam Map<String, String> in, Cause cause, Who who) {
        FormInput input = new FormInput(in);
        Optional<NodeDraft> draft = NodeForm.draft(input, null);
        if (draft.isEmpty()) {
            return pages.page(null, in, input.refusals(), who).status(UNPROCESSABLE);
        }
        requireWorksAt(who, draft.get().code());
        return switch (inventory.changeNode(cause, draft.get(), Versions.NEW)) {
            case Outcome.Refused<NodesDefined>(List<Refusal> refusals) ->
                pages.page(null, in, FormInput.named(refusals), who).status(UNPROCESSABLE);
            case Outcome.Done<NodesDefined> done ->
                Redirect.to(
                        LIST + "/" + draft.get().code(),
                        Flash.done(t("inventory.nodes.isThere", draft.get().code())));
        };
    }

    @GetMapping(LIST + "/{code}")
    @Requires("inventory:read")
    WebPage one(@PathVariable String code, Who who) {
        Node node = find(code);
        return pages.page(node, NodeForm.of(node), List.of(), who);
    }

    @PostMapping(LIST + "/{code}")
    @Requires("inventory:write")
    Screen change(@PathVariable String code, @RequestParam Map<String, String> in, Cause cause, Who who) {
        Node node = find(code);
        requireWorksAt(who, node.code());
        FormInput input = new FormInput(in);
        int version = input.whole("version");
        Optional<NodeDraft> draft = NodeForm.draft(input, node);
        if (draft.isEmpty()) {
            return pages.page(node, in, input.refusals(), who).status(UNPROCESSABLE);
        }
        return switch (inventory.changeNode(cause, draft.get(), version)) {
            case Outcome.Refused<NodesDefined>(List<Refusal> refusals) ->
                pages.page(node, in, FormInput.named(refusals), who).status(UNPROCESSABLE);
            case Outcome.Done<NodesDefined> done ->
                Redirect.to(LIST + "/" + node.code(), Flash.done(t("inventory.nodes.isChanged", node.code())));
        };
    }

    private static void requireWorksAt(Who who, String code) {
        if (!who.worksAt(code)) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN, t("inventory.refusal.youWorkAtNotAt", who.nodes(), code));
        }
    }

    private Node find(String code) {
        String wanted = code.strip().toUpperCase(Locale.ROOT);
        return inventory.nodes().stream()
                .filter(node -> node.code().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no node " + code));
    }
}
