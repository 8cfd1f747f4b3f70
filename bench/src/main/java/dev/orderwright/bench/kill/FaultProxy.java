package dev.orderwright.bench.kill;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;

/**
 * Stands between two ends of a connection and treats what passes as it is told: passes it, cuts the connection after
 * some bytes, lets it go silent, or lets nobody in. Each choice is made by a seed.
 */
final class FaultProxy implements AutoCloseable {

    /** How it treats connections now. */
    enum Mood {
        PASS,
        /** Some bytes of what comes from the asking side get through, then both ends see a reset. */
        CUT_QUESTIONS,
        /** Some bytes of what is answered get through, none more often than not, then both ends see a reset. */
        CUT_ANSWERS,
        /** Nothing gets through and nobody is told; when the mood changes the connection is reset. */
        SILENT,
        /** Who comes is turned away at once, and who is there is thrown out. */
        SHUT
    }

    private static final int BUFFER = 16_384;
    private static final int POLL_MILLIS = 20;

    private final ServerSocket door;
    private final IntSupplier target;
    private final RandomGenerator random;
    private final int oneOf;
    private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
    private volatile Mood mood = Mood.PASS;

    /**
     * @param target the port behind it, asked for each connection
     * @param oneOf cuts come to one of so many pieces that pass
     */
    FaultProxy(IntSupplier target, RandomGenerator random, int oneOf) {
        this.target = target;
        this.random = random;
        this.oneOf = oneOf;
        try {
            door = new ServerSocket(0, 1_024, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("no free port for a proxy", e);
        }
        Thread.ofVirtual().name("proxy").start(this::acceptForever);
    }

    int port() {
        return door.getLocalPort();
    }

    void mood(Mood next) {
        mood = next;
        if (next == Mood.SHUT) {
            pairs.forEach(Pair::reset);
        }
    }

    private void acceptForever() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                Thread.ofVirtual().start(() -> connect(near));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void connect(Socket near) {
        Socket far = new Socket();
        Pair pair = new Pair(near, far);
        try {
            if (mood == Mood.SHUT) {
                throw new IOException("shut");
            }
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target.getAsInt()), 2_000);
        } catch (IOException | RuntimeException e) {
            pair.reset();
            return;
        }
        pairs.add(pair);
        Thread.ofVirtual().start(() -> pump(pair, near, far, Mood.CUT_QUESTIONS));
        Thread.ofVirtual().start(() -> pump(pair, far, near, Mood.CUT_ANSWERS));
    }

    private void pump(Pair pair, Socket from, Socket to, Mood cut) {
        byte[] buffer = new byte[BUFFER];
        boolean ended = false;
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (mood == Mood.SILENT) {
                    awaitAnotherMood();
                    throw new IOException("was silent");
                }
                if (mood == cut && chosen()) {
                    out.write(buffer, 0, passed(count));
                    out.flush();
                    throw new IOException("cut");
                }
                out.write(buffer, 0, count);
                out.flush();
            }
            ended = mood == Mood.PASS;
        } catch (IOException | InterruptedException gone) {
            // either end has gone, so does the other
        } finally {
            if (ended) {
                pair.close();
            } else {
                pair.reset();
            }
            pairs.remove(pair);
        }
    }

    private synchronized boolean chosen() {
        return random.nextInt(oneOf) == 0;
    }

    private synchronized int passed(int count) {
        return random.nextBoolean() ? 0 : random.nextInt(count);
    }

    private void awaitAnotherMood() throws InterruptedException {
        while (mood == Mood.SILENT && !door.isClosed()) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Two ends that belong together. */
    private record Pair(Socket near, Socket far) {

        void reset() {
            reset(near);
            reset(far);
        }

        /** What was said before still arrives. */
        void close() {
            close(near);
            close(far);
        }

        private static void reset(Socket socket) {
            try {
                socket.setSoLinger(true, 0);
            } catch (IOException closed) {
                return;
            }
            close(socket);
        }

        private static void close(Socket socket) {
            try {
                socket.close();
            } catch (IOException e) {
                // it is closed, which is what we want
            }
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pairs.forEach(Pair::reset);
    }
}
