package dev.orderwright.shared.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.ui.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The places a caller works at, and the one they have chosen with the parameter {@code node}. Controllers take it as a
 * method argument; for people the choice is remembered until they choose another.
 *
 * @param places where the caller works
 * @param chosen null for all of them, which only those may choose who work everywhere
 */
public record WorkPlaces(List<Place> places, @Nullable Place chosen, boolean everywhere) {

    /** The name of the parameter and of the field that chooses. */
    public static final String PARAMETER = "node";

    /** Somewhere people work. */
    public record Place(long id, String code, String name) {}

    /** Knows all places. The module that owns them has a bean of this type. */
    @FunctionalInterface
    public interface Book {
        List<Place> all();
    }

    public WorkPlaces {
        places = List.copyOf(places);
    }

    /** Of a person: what they do not or no longer may choose is passed over. */
    static WorkPlaces ofPerson(List<Place> all, Who who, String wanted) {
        List<Place> own = own(all, who);
        boolean everywhere = who.nodes().isEmpty();
        @Nullable Place chosen = find(own, wanted);
        if (chosen == null && !own.isEmpty() && (!everywhere || own.size() == 1)) {
            chosen = own.getFirst();
        }
        return new WorkPlaces(own, chosen, everywhere);
    }

    /** Of a program: what cannot be chosen is refused. */
    static WorkPlaces ofProgram(List<Place> all, Who who, String wanted) {
        List<Place> own = own(all, who);
        boolean everywhere = who.nodes().isEmpty();
        if (wanted.isBlank()) {
            return new WorkPlaces(own, !everywhere && own.size() == 1 ? own.getFirst() : null, everywhere);
        }
        if (find(all, wanted) == null) {
            throw ApiRefusal.of(
                    List.of(Refusal.of("unknown-node", PARAMETER, t("shared.refusal.thereIsNoNodeWith", wanted))));
        }
        @Nullable Place chosen = find(own, wanted);
        if (chosen == null) {
            throw ApiRefusal.forbidden(t("shared.refusal.youWorkAtNotAt", who.nodes(), wanted));
        }
        return new WorkPlaces(own, chosen, everywhere);
    }

    private static List<Place> own(List<Place> all, Who who) {
        return all.stream().filter(place -> who.worksAt(place.code())).toList();
    }

    private static @Nullable Place find(List<Place> places, String code) {
        String wanted = code.strip().toUpperCase(Locale.ROOT);
        return places.stream()
                .filter(place -> place.code().toUpperCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElse(null);
    }

    /** The chosen one; null for all. Who works at several and not at all has to choose. */
    public @Nullable Long chosenId() {
        if (chosen != null) {
            return chosen.id();
        }
        if (!everywhere) {
            throw ApiRefusal.of(List.of(Refusal.of("missing", PARAMETER, t("shared.refusal.sayWhichOfYourNodes"))));
        }
        return null;
    }

    /** Whether the caller may see and do the work of a place. */
    public boolean has(long placeId) {
        return everywhere || places.stream().anyMatch(place -> place.id() == placeId);
    }

    /** What a place is called; its id where it is not known. */
    public String name(long placeId) {
        return places.stream()
                .filter(place -> place.id() == placeId)
                .map(Place::name)
                .findFirst()
                .orElse(Long.toString(placeId));
    }

    /** For programs: the code of a place; its id where it is not known. */
    public String code(long placeId) {
        return places.stream()
                .filter(place -> place.id() == placeId)
                .map(Place::code)
                .findFirst()
                .orElse(Long.toString(placeId));
    }

    /** Whether there is anything to choose. */
    public boolean isChoice() {
        return places.size() > 1;
    }

    /** What can be chosen. */
    public List<Field.Option> options() {
        List<Field.Option> options = new ArrayList<>();
        if (everywhere) {
            options.add(new Field.Option("", t("shared.workPlaces.allNodes"), chosen == null));
        }
        places.forEach(place -> options.add(new Field.Option(place.code(), place.name(), place.equals(chosen))));
        return options;
    }
}
