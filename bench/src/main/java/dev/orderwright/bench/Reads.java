package dev.orderwright.bench;

import dev.orderwright.bench.ReadQuestions.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long people and programs wait for what they look up among the orders of years. */
record Reads() implements Scenario {

    private static final int READERS = 4;
    private static final int STORED_LEAST = 1_000;
    /** There are many questions; each gets such a part of the time of a measurement. */
    private static final int PARTS = 4;

    @Override
    public String name() {
        return "reads";
    }

    @Override
    public String what() {
        return "4 readers look up lists with three filters, orders, words and the pages people begin with";
    }

    @Override
    public Result run(Lab lab) {
        if (!StoredOrders.areAtLeast(lab, STORED_LEAST)) {
            EarlierOrders.load(lab, STORED_LEAST);
        }
        List<Question> questions = new ReadQuestions(lab).all();
        lab.say(questions.size() + " questions, warming up for "
                + lab.options().warmUp().toSeconds() + " s");
        for (Question question : questions) {
            ask(lab, question, lab.options().warmUp().dividedBy(questions.size()));
        }
        lab.analyze();
        Map<Question, List<Load.Seen>> seen = new LinkedHashMap<>();
        for (int run = 1; run <= lab.options().runs(); run++) {
            lab.say("run " + run + " of " + lab.options().runs());
            for (Question question : questions) {
                seen.computeIfAbsent(question, q -> new ArrayList<>())
                        .add(ask(lab, question, lab.options().measured().dividedBy(PARTS)));
            }
        }
        Result result = new Result(this);
        seen.forEach((question, runs) -> tell(result, question, runs));
        return result.figure(
                        "errors",
                        "answers",
                        seen.entrySet().stream()
                                .mapToLong(entry -> errors(entry.getKey(), entry.getValue()))
                                .sum())
                .atMost("errors", 0);
    }

    /** Each question for itself: a slow one must not slow the others that are measured. */
    private static Load.Seen ask(Lab lab, Question question, Duration duration) {
        try (Load load = new Load(lab.subject().port(), READERS, question.requests(), Load.Answers.NONE)) {
            return load.closed(duration, Long.MAX_VALUE);
        }
    }

    private static void tell(Result result, Question question, List<Load.Seen> runs) {
        for (int percentile : new int[] {50, 95, 99}) {
            result.figure(
                    question.name() + " p" + percentile + " ms",
                    "ms",
                    runs.stream().map(run -> run.millis(percentile)).toList());
        }
        if (question.p95() > 0) {
            result.atMost(question.name() + " p95 ms", question.p95());
        }
    }

    private static long errors(Question question, List<Load.Seen> runs) {
        return runs.stream()
                .flatMap(run -> run.byStatus().entrySet().stream())
                .filter(answers -> !question.isAnsweredBy(answers.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
