package dev.orderwright.inventory;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What makes a node acceptable. */
final class NodeRules {

    static final int NODES_MAX = 1_000;
    static final int PROCESSING_DAYS_MAX = 60;
    static final int CLOSED_DAYS_MAX = 2_000;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private NodeRules() {}

    static List<Refusal> check(List<NodeDraft> drafts) {
        if (drafts.isEmpty() || drafts.size() > NODES_MAX) {
            return List.of(Refusal.of("bad-size", "nodes", t("inventory.refusal.sendToNodesAtA", NODES_MAX)));
        }
        List<Refusal> refusals = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < drafts.size(); i++) {
            String at = "nodes[" + i + "].";
            NodeDraft draft = drafts.get(i);
            if (!codes.add(draft.code())) {
                refusals.add(
                        Refusal.of("duplicate-code", at + "code", t("inventory.refusal.theNodeIsInThe", draft.code())));
            }
            refusals.addAll(check(at, draft));
        }
        return refusals;
    }

    private static List<Refusal> check(String at, NodeDraft draft) {
        List<Refusal> refusals = new ArrayList<>();
        if (!draft.code().matches("[A-Z0-9][A-Z0-9_-]{0,31}")) {
            refusals.add(Refusal.of("bad-code", at + "code", t("inventory.refusal.aNodeCodeHasTo")));
        }
        if (draft.name().isBlank() || draft.name().length() > 200) {
            refusals.add(Refusal.of("bad-name", at + "name", t("inventory.refusal.aNameHasToCharacters")));
        }
        if (!COUNTRIES.contains(draft.country())) {
            refusals.add(Refusal.of(
                    "unknown-country", at + "country", t("inventory.refusal.isNotAnIsoCode", draft.country())));
        }
        if (draft.openDays().isEmpty()) {
            refusals.add(Refusal.of("never-open", at + "openDays", t("inventory.refusal.aNodeWorksOnAt")));
        }
        if (draft.processingDays() < 0 || draft.processingDays() > PROCESSING_DAYS_MAX) {
            refusals.add(Refusal.of(
                    "bad-processing-days",
                    at + "processingDays",
                    t("inventory.refusal.processingTakesToDays", PROCESSING_DAYS_MAX)));
        }
        if (draft.closedDays().size() > CLOSED_DAYS_MAX) {
            refusals.add(Refusal.of(
                    "too-many-closed-days", at + "closedDays", t("inventory.refusal.aNodeHasAtMost", CLOSED_DAYS_MAX)));
        }
        return refusals;
    }

    static boolean differs(Node node, NodeDraft draft) {
        return !node.equals(new Node(
                node.id(),
                node.code(),
                draft.name(),
                draft.kind(),
                draft.zone(),
                draft.street(),
                draft.city(),
                draft.postcode(),
                draft.country(),
                draft.openDays(),
                draft.cutOff(),
                draft.processingDays(),
                draft.ships(),
                draft.active(),
                draft.closedDays(),
                node.version()));
    }
}
