package dev.orderwright.bench.kill;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Somebody who asks, and asks again with the same key at any door until there is an answer. */
final class Client implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 5_000;
    private static final int PAUSE_MILLIS = 100;

    private final List<Door> doors;
    private final List<Line> lines = new ArrayList<>();
    private final Shift shift;
    private final SplittableRandom random;

    /** Where a program is asked: the port of the proxy before it, and the key it knows. */
    record Door(int port, String secret) {}

    /** There was no answer within the time that was left: something is stuck. */
    static final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoAnswer(Question question, String last) {
            super(question.method() + " " + question.path() + " was never answered; last: " + last, null, false, false);
        }
    }

    Client(List<Door> doors, Shift shift, SplittableRandom random) {
        this.doors = doors;
        this.shift = shift;
        this.random = random;
        doors.forEach(door -> lines.add(new Line(door.port(), PATIENCE_MILLIS)));
    }

    SplittableRandom random() {
        return random;
    }

    Shift shift() {
        return shift;
    }

    /** Yes or no, however long it takes while the shift lasts. */
    Answer insist(Question question) {
        String last = "";
        do {
            int door = random.nextInt(doors.size());
            long begun = System.nanoTime();
            try {
                Answer answer =
                        lines.get(door).ask(question.bytes(doors.get(door).secret()));
                shift.attempts().answered(begun, System.nanoTime(), answer.status());
                if (!answer.isLater()) {
                    return answer;
                }
                last = answer.status() + " " + answer.body();
                shift.note(answer);
            } catch (IOException e) {
                shift.attempts().unanswered(begun, System.nanoTime());
                last = e.toString();
            }
            Shift.pause(PAUSE_MILLIS + random.nextInt(PAUSE_MILLIS));
        } while (!shift.isTooLate());
        throw new NoAnswer(question, last);
    }

    @Override
    public void close() {
        lines.forEach(Line::close);
    }
}
