package dev.orderwright.shared.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Preview;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Effect;
import dev.orderwright.shared.ui.FactWords;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Tells in a question what a command would do: it is carried out and rolled back. */
@Component
public class Foretelling {

    private final Commands commands;
    private final Ids ids;
    private final InstantSource clock;

    Foretelling(Commands commands, Ids ids, InstantSource clock) {
        this.commands = commands;
        this.ids = ids;
        this.clock = clock;
    }

    /** What would happen, in the words of the facts that it would record, or why it would be refused now. */
    public <A> Effect of(Who who, Function<Cause, Outcome<A>> command) {
        Preview<A> preview = preview(who, command);
        return preview.outcome() instanceof Outcome.Refused<A>(List<Refusal> why)
                ? Effect.refused(why.stream().map(Refusal::reason).distinct().toList())
                : new Effect(List.of(), happened(preview.facts()), List.of());
    }

    /** Carries a command out and takes it back: its answer, and what it would have recorded. */
    public <A> Preview<A> preview(Who who, Function<Cause, Outcome<A>> command) {
        Cause trying = Cause.of(who.actor(), "preview-" + ids.next(), clock.instant());
        return commands.preview(() -> command.apply(trying));
    }

    /** {@code Hold released}, {@code Units reserved (2)}. */
    private static List<String> happened(List<Fact> facts) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        facts.forEach(fact -> counts.merge(FactWords.happened(fact.type()), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(each -> each.getValue() == 1
                        ? each.getKey()
                        : t("shared.foretelling.times", each.getKey(), each.getValue()))
                .toList();
    }
}
