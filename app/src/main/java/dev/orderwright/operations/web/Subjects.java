package dev.orderwright.operations.web;

import dev.orderwright.operations.FactLog.About;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.web.SubjectBook;
import dev.orderwright.shared.web.SubjectBook.Subject;
import dev.orderwright.shared.web.Who;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the things that facts are about are called; each module knows its own. */
@Component
class Subjects {

    private static final String KEY = "operations.Subject.";

    private final List<SubjectBook> books;

    Subjects(List<SubjectBook> books) {
        this.books = List.copyOf(books);
    }

    /** Kinds by their names, with their titles, as people choose them. */
    Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        books.stream()
                .sorted((a, b) -> a.title().compareToIgnoreCase(b.title()))
                .forEach(book -> kinds.put(book.kind(), book.title()));
        return kinds;
    }

    private @Nullable SubjectBook book(String kind) {
        return books.stream()
                .filter(book -> book.kind().equals(kind))
                .findFirst()
                .orElse(null);
    }

    /** {@code Order}; the name of a kind that nobody has words for. */
    String title(String kind) {
        SubjectBook book = book(kind);
        if (book != null) {
            return book.title();
        }
        String key = KEY + kind.toUpperCase(Locale.ROOT).replace('-', '_');
        return Texts.has(key) ? Texts.t(key) : kind;
    }

    /** The one that somebody calls this, or whose id it is. */
    Optional<About> find(String kind, String name) {
        SubjectBook book = book(kind);
        Optional<Long> known = book == null ? Optional.empty() : book.find(name.strip());
        return known.or(() -> Ids.parse(name.strip())).map(id -> new About(kind, id));
    }

    /** All of them, also those that are gone or that no module has a name for: these have their ids. */
    Map<About, Subject> named(Collection<About> subjects, Who who) {
        Map<About, Subject> named = new HashMap<>();
        Map<String, List<About>> byKind = subjects.stream().distinct().collect(Collectors.groupingBy(About::kind));
        byKind.forEach((kind, each) -> {
            SubjectBook book = book(kind);
            Map<Long, Subject> known = book == null
                    ? Map.of()
                    : book.subjects(each.stream().map(About::id).toList(), who);
            each.forEach(about ->
                    named.put(about, known.getOrDefault(about.id(), new Subject(Long.toString(about.id()), ""))));
        });
        return named;
    }
}
