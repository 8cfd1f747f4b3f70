package dev.orderwright.launcher;

/** What has to be ended once, at the end of a command or when it is interrupted; then it says so. */
final class Ending implements AutoCloseable {

    private final Runnable end;
    private boolean ended;

    Ending(Terminal terminal, String lastWords, Runnable end) {
        this.end = end;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!hasEnded()) {
                terminal.lastWords(lastWords);
                close();
            }
        }));
    }

    private synchronized boolean hasEnded() {
        return ended;
    }

    @Override
    public synchronized void close() {
        if (!ended) {
            ended = true;
            end.run();
        }
    }
}
