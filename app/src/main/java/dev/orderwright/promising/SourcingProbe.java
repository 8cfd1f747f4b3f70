package dev.orderwright.promising;

import dev.orderwright.promising.sourcing.Backlog;
import dev.orderwright.promising.sourcing.Backlog.FreeStock;
import dev.orderwright.promising.sourcing.Backlog.Move;
import dev.orderwright.promising.sourcing.Backlog.OpenLine;
import dev.orderwright.promising.sourcing.Backlog.OpenOrder;
import dev.orderwright.promising.sourcing.SourcingProblem;
import dev.orderwright.promising.sourcing.SourcingSolution;
import dev.orderwright.promising.sourcing.SourcingSolver;
import dev.orderwright.promising.sourcing.SplitPolicy;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Solves the problems that come on standard input, one after the other, and answers on standard output with the plan and how
 * long it took: the way in for the benchmark, which makes the problems and judges the answers by itself. All numbers are
 * big-endian; it ends where its input ends.
 */
public final class SourcingProbe {

    /** Begins an order: lines, nodes and split penalty; fixed cost by node; by line quantity, then by node stock and unit cost. */
    private static final int ORDER = 1;
    /** Begins a backlog: nodes; orders with their nodes in time as bits, and lines; then free stock. */
    private static final int BACKLOG = 2;

    /** As an order, with far more work: for a proof where the usual work does not suffice. */
    private static final int PATIENT_ORDER = 3;

    private static final int ALTERNATIVES = 3;
    private static final int PATIENCE = 100;

    private final SourcingSolver patient = new SourcingSolver(PATIENCE * SourcingSolver.WORK_MAX);
    private final SourcingSolver solver = new SourcingSolver();
    private final SourcingProblem problem = new SourcingProblem();
    private final DataInputStream in;
    private final DataOutputStream out;

    private SourcingProbe(InputStream in, OutputStream out) {
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
        this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
    }

    @SuppressWarnings("SystemOut") // it is a filter
    public static void main(String[] words) throws IOException {
        new SourcingProbe(System.in, System.out).run();
    }

    private void run() throws IOException {
        for (int kind = in.read(); kind >= 0; kind = in.read()) {
            switch (kind) {
                case ORDER -> order(solver);
                case BACKLOG -> backlog();
                case PATIENT_ORDER -> order(patient);
                default -> throw new IOException("there is no kind " + kind);
            }
            out.flush();
        }
    }

    /** Answers nanoseconds, units, cost and its lower bound, then by line and node what ships. */
    private void order(SourcingSolver by) throws IOException {
        int lines = in.readInt();
        int nodes = in.readInt();
        problem.begin(lines, nodes, in.readLong());
        for (int n = 0; n < nodes; n++) {
            problem.node(n, in.readLong());
        }
        for (int l = 0; l < lines; l++) {
            problem.line(l, in.readLong(), 0);
            for (int n = 0; n < nodes; n++) {
                long available = in.readLong();
                problem.offer(l, n, available, in.readLong());
            }
        }
        long begun = System.nanoTime();
        by.solve(problem, SplitPolicy.FREE, ALTERNATIVES);
        out.writeLong(System.nanoTime() - begun);
        SourcingSolution solution = by.solution();
        out.writeLong(solution.units());
        out.writeLong(solution.cost());
        out.writeLong(solution.lowerBound());
        for (int i = 0; i < lines * nodes; i++) {
            out.writeLong(solution.shares()[i]);
        }
    }

    /** Answers nanoseconds, whether all was looked at, and the moves: order, line, node. */
    private void backlog() throws IOException {
        int nodes = in.readInt();
        Map<Long, Long> inTime = new HashMap<>();
        List<OpenOrder> orders = new ArrayList<>();
        int count = in.readInt();
        for (int o = 0; o < count; o++) {
            inTime.put((long) o, in.readLong());
            List<OpenLine> lines = new ArrayList<>();
            int open = in.readInt();
            for (int l = 0; l < open; l++) {
                lines.add(new OpenLine(l, in.readInt(), in.readInt(), in.readInt(), false));
            }
            orders.add(new OpenOrder(o, lines));
        }
        List<FreeStock> free = new ArrayList<>();
        int stocked = in.readInt();
        for (int i = 0; i < stocked; i++) {
            free.add(new FreeStock(in.readInt(), in.readInt(), in.readInt()));
        }
        List<Long> nodeIds = LongStream.range(0, nodes).boxed().toList();
        long begun = System.nanoTime();
        Backlog.Plan plan = Backlog.plan(
                orders,
                free,
                nodeIds,
                (order, node) -> (inTime.getOrDefault(order.id(), 0L) >>> node & 1) != 0,
                Backlog.WORK_MAX);
        out.writeLong(System.nanoTime() - begun);
        out.writeBoolean(plan.isFinished());
        out.writeInt(plan.moves().size());
        for (Move move : plan.moves()) {
            out.writeInt((int) move.orderId());
            out.writeInt(move.lineNo());
            out.writeInt((int) move.toNode());
        }
    }
}
