package dev.orderwright.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What people keep for themselves: preferences, views and drafts. */
class OwnThingsModuleTests {

    private static final World WORLD = World.fresh();

    private final Actor ann = Actor.user("ann" + WORLD.bean(Ids.class).next());
    private final Actor bob = Actor.user("bob" + WORLD.bean(Ids.class).next());
    private final Preferences preferences = WORLD.bean(Preferences.class);
    private final SavedViews views = WORLD.bean(SavedViews.class);
    private final Drafts drafts = WORLD.bean(Drafts.class);

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    private static Cause cause(Actor actor) {
        return Cause.of(actor, "k" + WORLD.bean(Ids.class).next(), WORLD.clock().instant());
    }

    @Test
    void aPreferenceIsAPersonsOwnAndTheLastOneCounts() {
        preferences.set(ann, "orders.columns", "number,customer").orThrow();
        preferences.set(ann, "orders.columns", "number").orThrow();
        preferences.set(ann, "theme", "dark").orThrow();

        assertThat(preferences.find(ann, "orders.columns")).hasValue("number");
        assertThat(preferences.find(bob, "orders.columns")).isEmpty();
        assertThat(preferences.all(ann)).isEqualTo(Map.of("orders.columns", "number", "theme", "dark"));
        preferences.forget(ann, "theme");
        assertThat(preferences.find(ann, "theme")).isEmpty();
        assertThat(code(preferences.set(ann, "Not a key", "x"))).isEqualTo("bad-key");
        assertThat(code(preferences.set(ann, "theme", "x".repeat(4_001)))).isEqualTo("too-long");
    }

    @Test
    void viewsAreInTheOrderTheirOwnerGaveThemAndThenThoseThatOthersShare() {
        String list = "list" + WORLD.bean(Ids.class).next();
        long late = save(ann, list, "Late", "state=late", false);
        long mine = save(ann, list, "Mine", "by=ann", false);
        save(bob, list, "Bob's secret", "x=1", false);
        long shared = save(bob, list, "All holds", "hold=any", true);
        assertThat(ids(ann, list)).containsExactly(late, mine, shared);

        views.arrange(cause(ann), list, List.of(mine, shared)).orThrow();
        assertThat(ids(ann, list)).containsExactly(mine, late, shared);
        assertThat(save(ann, list, " Late ", "state=later", true)).isEqualTo(late);
        assertThat(views.of(ann, list).get(1))
                .extracting(SavedView::name, SavedView::query, SavedView::shared)
                .containsExactly("Late", "state=later", true);
        assertThat(ids(bob, list)).hasSize(3).contains(late);
    }

    @Test
    void aViewIsDeletedByItsOwnerOnly() {
        String list = "list" + WORLD.bean(Ids.class).next();
        long view = save(ann, list, "Shared", "x=1", true);
        assertThat(code(views.delete(cause(bob), view))).isEqualTo("unknown-view");
        views.delete(cause(ann), view).orThrow();
        assertThat(ids(ann, list)).isEmpty();
        assertThat(code(views.save(cause(ann), list, " ", "x=1", false))).isEqualTo("bad-name");
        assertThat(code(views.save(cause(ann), list, "Long", "x".repeat(2_001), false)))
                .isEqualTo("too-long");
        for (int i = 0; i < 50; i++) {
            save(ann, list, "View " + i, "x=" + i, false);
        }
        assertThat(code(views.save(cause(ann), list, "One more", "x", false))).isEqualTo("too-many");
        save(ann, list, "View 3", "y=3", false);
    }

    private long save(Actor actor, String list, String name, String query, boolean shared) {
        return views.save(cause(actor), list, name, query, shared).orThrow().viewId();
    }

    private List<Long> ids(Actor actor, String list) {
        return views.of(actor, list).stream().map(SavedView::id).toList();
    }

    @Test
    void whoSavesADraftThatWasSavedElsewhereIsToldAndOverwritesNothing() {
        Draft first = drafts.save(ann, "order", "a", "{\"x\":1}", Drafts.NEW).orThrow();
        Draft second =
                drafts.save(ann, "order", "a", "{\"x\":2}", first.version()).orThrow();
        assertThat(code(drafts.save(ann, "order", "a", "{\"x\":3}", first.version())))
                .isEqualTo("stale-version");
        assertThat(code(drafts.save(ann, "order", "a", "{\"x\":3}", Drafts.NEW)))
                .isEqualTo("stale-version");
        assertThat(drafts.find(ann, "order", "a")).hasValue(second);
        assertThat(second).extracting(Draft::content, Draft::version).containsExactly("{\"x\":2}", 2);
        assertThat(drafts.find(bob, "order", "a")).isEmpty();

        drafts.discard(ann, "order", "a");
        assertThat(code(drafts.save(ann, "order", "a", "{\"x\":4}", second.version())))
                .as("it was sent meanwhile, and does not come back")
                .isEqualTo("stale-version");
        assertThat(drafts.of(ann, "order")).isEmpty();
        assertThat(code(drafts.save(ann, "order", "a", "x".repeat(200_001), Drafts.NEW)))
                .isEqualTo("too-large");
        assertThat(code(drafts.save(ann, "order", " ", "x", Drafts.NEW))).isEqualTo("bad-key");
    }

    @Test
    void aDraftIsKeptForThirtyDaysAfterItWasSavedLast() {
        Draft draft = drafts.save(ann, "order", "b", "1", Drafts.NEW).orThrow();
        WORLD.clock().advance(Duration.ofDays(29));
        drafts.save(ann, "order", "b", "2", draft.version()).orThrow();
        WORLD.clock().advance(Duration.ofDays(29));
        drafts.save(ann, "order", "c", "3", Drafts.NEW).orThrow();
        assertThat(drafts.of(ann, "order")).extracting(Draft::key).containsExactly("c", "b");
        WORLD.clock().advance(Duration.ofDays(2));
        assertThat(drafts.of(ann, "order")).extracting(Draft::key).containsExactly("c");
        assertThat(drafts.save(ann, "order", "b", "4", Drafts.NEW).orThrow().version())
                .isEqualTo(1);
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.first().code() : "done";
    }
}
