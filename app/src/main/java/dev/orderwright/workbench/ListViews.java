package dev.orderwright.workbench;

import dev.orderwright.shared.Actor;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Tab;
import dev.orderwright.shared.ui.Tone;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people make of a list: the views they saved stand beside its own as tabs, and its columns are those they chose. */
@Component
public class ListViews {

    private final SavedViews views;
    private final Preferences preferences;

    ListViews(SavedViews views, Preferences preferences) {
        this.views = views;
        this.preferences = preferences;
    }

    /**
     * A list as it is looked at now.
     *
     * @param name under which its views are kept ({@code orders})
     * @param here its address with the filters and without a place in it
     * @param countPath where a view's rows are counted: the parameters are those of the list; empty when they are not
     */
    public record Looked(String name, Link here, String countPath) {

        private String query() {
            String url = here.toString();
            int from = url.indexOf('?');
            return from < 0 ? "" : url.substring(from + 1);
        }

        private boolean is(SavedView view) {
            return view.query().equals(query());
        }
    }

    /**
     * The views that somebody saved, as tabs.
     *
     * @param saveUrl where what is looked at now can be saved; empty when it is saved
     * @param deleteUrl where the view that is looked at can be deleted; empty when it is none of one's own
     */
    public record Saved(List<Tab> tabs, String saveUrl, String deleteUrl) {}

    public Saved of(Actor viewer, Looked looked) {
        List<SavedView> known = views.of(viewer, looked.name());
        List<Tab> tabs = new ArrayList<>();
        for (SavedView view : known) {
            tabs.add(new Tab(
                    view.name(),
                    looked.here().path() + "?" + view.query(),
                    "",
                    looked.is(view),
                    Tone.NEUTRAL,
                    looked.countPath().isEmpty() ? "" : looked.countPath() + "?" + view.query()));
        }
        Optional<SavedView> now = known.stream().filter(looked::is).findFirst();
        String save = now.isPresent() || looked.query().isEmpty()
                ? ""
                : Link.to("/views/new")
                        .with("list", looked.name())
                        .with("path", looked.here().path())
                        .with("query", looked.query())
                        .toString();
        String delete = now.filter(view -> view.owner().equals(viewer))
                .map(view -> Link.to("/views/" + view.id() + "/delete")
                        .with("path", looked.here().path())
                        .toString())
                .orElse("");
        return new Saved(tabs, save, delete);
    }

    /**
     * A column of a list.
     *
     * @param usual whether it stands there for who has chosen nothing
     */
    public record Column(String key, String label, boolean usual) {}

    /** The keys of the columns that somebody sees; what they chose and what is gone since is left out. */
    public Set<String> columns(Actor viewer, String list, List<Column> known) {
        Set<String> keys = known.stream().map(Column::key).collect(Collectors.toCollection(LinkedHashSet::new));
        Optional<String> chosen = preferences.find(viewer, preference(list));
        if (chosen.isPresent()) {
            keys.retainAll(Set.of(chosen.get().split(",")));
        } else {
            known.stream().filter(column -> !column.usual()).forEach(column -> keys.remove(column.key()));
        }
        return keys;
    }

    /** Remembers the columns; none goes back to the usual ones. */
    public void choose(Actor viewer, String list, List<String> keys) {
        if (keys.isEmpty()) {
            preferences.forget(viewer, preference(list));
        } else {
            preferences
                    .set(viewer, preference(list), String.join(",", new LinkedHashSet<>(keys)))
                    .orThrow();
        }
    }

    private static String preference(String list) {
        return list + ".columns";
    }
}
