package dev.orderwright.inventory;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.inventory.NodeStore.Write;
import dev.orderwright.inventory.NodesDefined.DefinedNode;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the list of nodes. */
@Component
class NodeBook {

    private final Commands commands;
    private final NodeStore store;
    private final Ids ids;

    NodeBook(Commands commands, NodeStore store, Ids ids) {
        this.commands = commands;
        this.store = store;
        this.ids = ids;
    }

    List<Node> all() {
        return store.all();
    }

    Outcome<NodesDefined> define(Cause cause, List<NodeDraft> drafts) {
        return commands.once(cause, "define-nodes", drafts, NodesDefined.class, run -> define(run, drafts, null));
    }

    Outcome<NodesDefined> change(Cause cause, NodeDraft draft, int version) {
        return commands.once(
                cause,
                "change-node",
                List.of(draft, version),
                NodesDefined.class,
                run -> define(run, List.of(draft), version));
    }

    private Outcome<NodesDefined> define(Run run, List<NodeDraft> drafts, @Nullable Integer version) {
        List<Refusal> refusals = NodeRules.check(drafts);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Map<String, Node> known = store
                .lock(drafts.stream().map(NodeDraft::code).toList())
                .stream()
                .collect(Collectors.toMap(Node::code, Function.identity()));
        if (version != null) {
            String code = drafts.getFirst().code();
            Node node = known.get(code);
            Optional<Refusal> unexpected = Versions.unexpected(
                    version,
                    node == null ? null : node.version(),
                    code,
                    Refusal.of("code-taken", "code", t("inventory.refusal.thereIsANodeAlready", code)),
                    Refusal.of("unknown-node", "code", t("inventory.refusal.thereIsNoNode", code)));
            if (unexpected.isPresent()) {
                return Outcome.refused(unexpected.get());
            }
        }
        return Outcome.done(write(run, drafts, known));
    }

    private NodesDefined write(Run run, List<NodeDraft> drafts, Map<String, Node> known) {
        List<Write> writes = new ArrayList<>();
        List<DefinedNode> answer = new ArrayList<>();
        for (NodeDraft draft : drafts) {
            Node node = known.get(draft.code());
            boolean changed = node == null || NodeRules.differs(node, draft);
            long id = node == null ? ids.next() : node.id();
            int version = (node == null ? 0 : node.version()) + (changed ? 1 : 0);
            answer.add(new DefinedNode(draft.code(), id, version, changed));
            if (changed) {
                writes.add(new Write(id, draft));
                run.fact(new Fact(
                        "node",
                        id,
                        node == null ? "NodeDefined" : "NodeChanged",
                        Facts.data("code", draft.code(), "name", draft.name(), "ships", draft.ships())));
            }
        }
        store.write(writes);
        return new NodesDefined(answer);
    }
}
