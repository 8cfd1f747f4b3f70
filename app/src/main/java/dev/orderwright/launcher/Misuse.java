package dev.orderwright.launcher;

/** A command line that makes no sense; the message tells what to write instead. */
final class Misuse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Command.Topic topic;

    Misuse(Command.Topic topic, String message) {
        super(message);
        this.topic = topic;
    }

    Command.Topic topic() {
        return topic;
    }
}
