package dev.orderwright.shared.ui;

import dev.orderwright.shared.Refusal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is asked before something is done, with what it will change. A page of its own where scripts do not run, else a
 * dialog over the page that it was opened from.
 *
 * @param explanation one quiet sentence below the title, empty for none
 * @param url where it is sent; below it, {@code /preview} tells the effect of what is chosen
 * @param back the page to go back to
 * @param topic under which others hear that somebody is filling it in, empty for nobody
 * @param fixed values that go with it unseen
 * @param choices fields that the effect depends on
 * @param words fields that it does not depend on, such as the reason
 * @param refusals what was wrong when it was sent
 * @param verb what the button says
 * @param danger whether it takes something away
 */
public record Dialog(
        String title,
        String explanation,
        String url,
        String back,
        String topic,
        Map<String, String> fixed,
        List<Field> choices,
        List<Field> words,
        List<Refusal> refusals,
        Effect effect,
        String verb,
        boolean danger) {

    public Dialog {
        fixed = Map.copyOf(fixed);
        choices = List.copyOf(choices);
        words = List.copyOf(words);
        refusals = List.copyOf(refusals);
    }

    /** A question that nothing has been typed into yet. */
    public static Dialog of(String title, String url, String back, String verb) {
        return new Dialog(
                title, "", url, back, "", Map.of(), List.of(), List.of(), List.of(), Effect.NONE, verb, false);
    }

    public Dialog explained(String text) {
        return new Dialog(title, text, url, back, topic, fixed, choices, words, refusals, effect, verb, danger);
    }

    public Dialog about(String subject, Map<String, String> values) {
        return new Dialog(
                title, explanation, url, back, subject, values, choices, words, refusals, effect, verb, danger);
    }

    public Dialog asking(List<Field> first, List<Field> then) {
        return new Dialog(title, explanation, url, back, topic, fixed, first, then, refusals, effect, verb, danger);
    }

    public Dialog dangerous() {
        return new Dialog(title, explanation, url, back, topic, fixed, choices, words, refusals, effect, verb, true);
    }

    public Dialog changing(Effect what) {
        return new Dialog(title, explanation, url, back, topic, fixed, choices, words, refusals, what, verb, danger);
    }

    /** The same after it was refused, each reason at its field. */
    public Dialog refused(Collection<Refusal> reasons) {
        return new Dialog(
                title,
                explanation,
                url,
                back,
                topic,
                fixed,
                choices.stream().map(field -> field.errorsOf(reasons)).toList(),
                words.stream().map(field -> field.errorsOf(reasons)).toList(),
                Field.rest(reasons, fields()).stream()
                        .map(rest -> Refusal.of(rest.code(), rest.reason()))
                        .toList(),
                effect,
                verb,
                danger);
    }

    /** What would be sent as it stands. */
    public Map<String, String> values() {
        Map<String, String> values = new HashMap<>(fixed);
        fields().forEach(field -> values.put(field.name(), field.value()));
        return values;
    }

    /** All fields in their order. */
    public List<Field> fields() {
        return Stream.concat(choices.stream(), words.stream()).toList();
    }
}
