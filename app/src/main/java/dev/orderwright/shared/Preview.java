package dev.orderwright.shared;

import java.util.List;

/**
 * What a command would do if it were given now. Nothing of it has happened.
 *
 * @param outcome the answer, whose ids and numbers are nobody's, or why it would be refused
 * @param facts what it would have recorded, in order
 */
public record Preview<A>(Outcome<A> outcome, List<Fact> facts) {

    public Preview {
        facts = List.copyOf(facts);
    }
}
