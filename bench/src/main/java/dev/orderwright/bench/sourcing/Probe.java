package dev.orderwright.bench.sourcing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The sourcing of the program that is measured, alone in a process of its own: it is given problems and answers plans. */
final class Probe implements AutoCloseable {

    private static final String MAIN = "dev.orderwright.promising.SourcingProbe";
    private static final int ORDER = 1;
    private static final int BACKLOG = 2;
    private static final int PATIENT_ORDER = 3;

    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;

    private Probe(Process process) {
        this.process = process;
        out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    }

    /** @param home the folder of the program, which has been started from there before */
    static Probe start(Path home) {
        try {
            return new Probe(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            home.resolve("app/target/run/orderwright.jar").toString(),
                            MAIN)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the sourcing", e);
        }
    }

    /**
     * A plan of one order.
     *
     * @param lowerBound no plan that ships as much costs less
     * @param shares by line and node, what ships
     */
    record Plan(double millis, long units, long cost, long lowerBound, long[] shares) {}

    Plan solve(Order order) {
        return solve(ORDER, order);
    }

    /** The same with a hundred times the work at most, so that the bound comes as near as can be. */
    Plan prove(Order order) {
        return solve(PATIENT_ORDER, order);
    }

    private Plan solve(int kind, Order order) {
        try {
            out.write(kind);
            out.writeInt(order.lines());
            out.writeInt(order.nodes());
            out.writeLong(order.splitPenalty());
            for (long fixed : order.fixedCosts()) {
                out.writeLong(fixed);
            }
            for (int l = 0; l < order.lines(); l++) {
                out.writeLong(order.quantities()[l]);
                for (int n = 0; n < order.nodes(); n++) {
                    out.writeLong(order.available()[l][n]);
                    out.writeLong(order.unitCosts()[l][n]);
                }
            }
            out.flush();
            double millis = in.readLong() / 1e6;
            long units = in.readLong();
            long cost = in.readLong();
            long lowerBound = in.readLong();
            long[] shares = new long[order.lines() * order.nodes()];
            for (int i = 0; i < shares.length; i++) {
                shares[i] = in.readLong();
            }
            return new Plan(millis, units, cost, lowerBound, shares);
        } catch (IOException e) {
            throw new UncheckedIOException("the sourcing does not answer", e);
        }
    }

    /**
     * What became of a backlog.
     *
     * @param finished whether all was looked at
     */
    record Sourced(double seconds, boolean finished, int moves) {}

    /** Sources a backlog anew: its lines are moved. */
    Sourced source(OpenBacklog backlog) {
        try {
            write(backlog);
            double seconds = in.readLong() / 1e9;
            boolean finished = in.readBoolean();
            int moves = in.readInt();
            for (int i = 0; i < moves; i++) {
                OpenBacklog.Open order = backlog.orders().get(in.readInt());
                order.lines().get(in.readInt()).moveTo(in.readInt());
            }
            return new Sourced(seconds, finished, moves);
        } catch (IOException e) {
            throw new UncheckedIOException("the sourcing does not answer", e);
        }
    }

    private void write(OpenBacklog backlog) throws IOException {
        out.write(BACKLOG);
        out.writeInt(OpenBacklog.NODES);
        out.writeInt(backlog.orders().size());
        for (OpenBacklog.Open order : backlog.orders()) {
            out.writeLong(order.inTime());
            out.writeInt(order.lines().size());
            for (OpenBacklog.Line line : order.lines()) {
                out.writeInt(line.item());
                out.writeInt(line.quantity());
                out.writeInt(line.node());
            }
        }
        out.writeInt(backlog.items() * OpenBacklog.NODES);
        for (int i = 0; i < backlog.items(); i++) {
            for (int n = 0; n < OpenBacklog.NODES; n++) {
                out.writeInt(i);
                out.writeInt(n);
                out.writeInt(backlog.free(i, n));
            }
        }
        out.flush();
    }

    /** It ends where its input ends. */
    @Override
    public void close() {
        try {
            out.close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }
}
