package dev.orderwright.workbench;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lists as people like to look at them: filters and order under a name, for oneself or for all. */
@Component
public class SavedViews {

    private static final int NAME_LENGTH_MAX = 60;
    private static final int QUERY_LENGTH_MAX = 2_000;
    private static final int PER_LIST_MAX = 50;

    private final Commands commands;
    private final SavedViewStore store;
    private final Ids ids;

    SavedViews(Commands commands, SavedViewStore store, Ids ids) {
        this.commands = commands;
        this.store = store;
        this.ids = ids;
    }

    /** The view that was saved, or is no more. */
    public record Saved(long viewId) {}

    /** Those a person sees on a list: their own in their order, then those that others share by name. */
    public List<SavedView> of(Actor viewer, String list) {
        return store.of(viewer, list);
    }

    /**
     * Saves a view; one of the same name is replaced. Refusals: {@code bad-name}, {@code too-long}, {@code bad-query}, {@code too-many}.
     */
    public Outcome<Saved> save(Cause cause, String list, String name, String query, boolean shared) {
        String label = name.strip();
        if (label.isEmpty() || label.length() > NAME_LENGTH_MAX || label.chars().anyMatch(Character::isISOControl)) {
            return Outcome.refused(Refusal.of("bad-name", "name", t("workbench.refusal.aViewHasAName")));
        }
        if (query.length() > QUERY_LENGTH_MAX) {
            return Outcome.refused(Refusal.of("too-long", "query", t("workbench.refusal.theseAreMoreFiltersThan")));
        }
        if (!isQuery(query)) {
            return Outcome.refused(Refusal.of("bad-query", "query", t("workbench.refusal.theseAreNoFilters")));
        }
        List<Object> content = List.of(list, label, query, shared);
        return commands.once(cause, "save-view", content, Saved.class, run -> {
            if (store.count(run.actor(), list, label) >= PER_LIST_MAX) {
                return Outcome.refused("too-many", t("workbench.refusal.youHaveViewsOfThis"));
            }
            long id = store.save(ids.next(), list, run.actor(), label, query, shared);
            run.fact(new Fact("view", id, "ViewSaved", Facts.data("list", list, "name", label, "shared", shared)));
            return Outcome.done(new Saved(id));
        });
    }

    /** Whether it can be a part of an address, so that the view can be opened. */
    private static boolean isQuery(String query) {
        try {
            URLDecoder.decode(query, StandardCharsets.UTF_8);
            return query.chars().allMatch(c -> c > ' ' && c < 0x7f && "\"\\<>#".indexOf(c) < 0);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Deletes one of the caller's own. Refusals: {@code unknown-view}. */
    public Outcome<Saved> delete(Cause cause, long viewId) {
        return commands.once(cause, "delete-view", viewId, Saved.class, run -> {
            if (!store.delete(viewId, run.actor())) {
                return Outcome.refused("unknown-view", t("workbench.refusal.youHaveNoSuchView"));
            }
            run.fact(new Fact("view", viewId, "ViewDeleted", Facts.data()));
            return Outcome.done(new Saved(viewId));
        });
    }

    /** Puts the caller's own views of a list in this order; those not named come last, as they were. */
    public Outcome<Saved> arrange(Cause cause, String list, List<Long> viewIds) {
        return commands.once(cause, "arrange-views", List.of(list, viewIds), Saved.class, run -> {
            store.arrange(run.actor(), list, viewIds);
            return Outcome.done(new Saved(viewIds.isEmpty() ? 0 : viewIds.getFirst()));
        });
    }
}
