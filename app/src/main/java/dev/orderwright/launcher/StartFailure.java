package dev.orderwright.launcher;

import dev.orderwright.launcher.postgres.PostgresTrouble;
import org.springframework.boot.web.server.PortInUseException;

/** Why a program did not start, in words. */
final class StartFailure {

    private StartFailure() {}

    static RuntimeException explain(Exception e, DataHome home) {
        Throwable root = e;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                return portTaken(taken.getPort());
            }
            if (cause instanceof Trouble || cause instanceof PostgresTrouble) {
                return (RuntimeException) cause;
            }
            root = cause;
        }
        return new Trouble(
                "Orderwright cannot start: " + root.getMessage() + " ("
                        + root.getClass().getSimpleName() + ")\nMore in " + home.log(),
                e);
    }

    static Trouble portTaken(int port) {
        return new Trouble("Port " + port + " is in use by another program. Choose another one: ./orderwright start"
                + " --port N (0 takes any free port).");
    }
}
