package dev.orderwright.channels;

/** The program is being stopped; the import goes on at its next start. */
final class ImportStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportStopped() {
        super("the program is being stopped", null, false, false);
    }
}
