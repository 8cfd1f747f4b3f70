package dev.orderwright.workbench;

import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A bulk action of tests: it says a word about each subject, which leaves a fact and nothing else. */
@Component
public class Spelling implements JobKind<Spelling.Wish> {

    /** Which subjects cannot be spelt, and which break the program. */
    static final Set<Long> DUMB = ConcurrentHashMap.newKeySet();

    static final Set<Long> POISON = ConcurrentHashMap.newKeySet();

    /** Called with each set before anything is done. */
    static volatile Consumer<List<Long>> before = set -> {};

    public record Wish(String word) {}

    @Override
    public String name() {
        return "spell";
    }

    @Override
    public Class<Wish> wishType() {
        return Wish.class;
    }

    @Override
    public String title(Wish wish, int count) {
        return "Spell " + wish.word() + " " + count + " times";
    }

    @Override
    public List<Outcome<String>> run(Run run, Wish wish, List<Long> subjects) {
        before.accept(subjects);
        List<Outcome<String>> outcomes = new ArrayList<>();
        for (long subject : subjects) {
            if (POISON.contains(subject)) {
                throw new IllegalStateException("poison");
            }
            if (DUMB.contains(subject)) {
                outcomes.add(Outcome.refused("dumb", "It cannot be spelt."));
            } else {
                run.fact(new Fact("word", subject, "WordSaid", Map.of("word", wish.word())));
                outcomes.add(Outcome.done(wish.word() + " " + subject));
            }
        }
        return outcomes;
    }

    @Override
    public String undoPermission(Wish wish) {
        return "orders:hold";
    }

    @Override
    public List<Outcome<String>> undo(Run run, Wish wish, List<Done> done) {
        for (Done one : done) {
            run.fact(new Fact("word", one.subject(), "WordTakenBack", Map.of("said", one.undo())));
        }
        return done.stream().map(one -> Outcome.done("")).toList();
    }

    @Override
    public Map<Long, Subject> subjects(Wish wish, Collection<Long> ids) {
        return ids.stream()
                .collect(Collectors.toMap(Function.identity(), id -> new Subject("Word " + id, "/search?q=" + id)));
    }
}
