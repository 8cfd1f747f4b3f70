package dev.orderwright.notifications;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on this machine that keeps what it gets, and misbehaves as it is told, message by message. */
public final class MailServer implements AutoCloseable {

    /** What is to go wrong with the next message. */
    public enum Fault {
        NONE,
        RECIPIENT_LATER,
        RECIPIENT_NEVER,
        SENDER_NEVER,
        CONTENT_LATER,
        CONTENT_NEVER,
        /** It takes the message and hangs up without a word. */
        SILENT_AFTER_DATA,
        HANGS_UP_AT_ONCE,
        /** It lets nobody in. */
        LOCKED,
        TOO_SLOW
    }

    /** A message that the server has taken, to whom, and its lines as they came. */
    public record Received(String to, String text) {

        String header(String name) {
            return text.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private final ServerSocket socket;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private volatile Fault always = Fault.NONE;

    public MailServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** For the next messages, one after the other; then all goes well again. */
    public void next(Fault... wanted) {
        faults.addAll(List.of(wanted));
    }

    public void always(Fault fault) {
        always = fault;
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    List<Received> receivedBy(String address) {
        return received.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                Thread.ofVirtual().start(() -> talk(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket caller) {
        Fault fault = faults.isEmpty() ? always : faults.remove();
        try (caller) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = caller.getOutputStream();
            if (fault == Fault.HANGS_UP_AT_ONCE) {
                return;
            }
            if (fault == Fault.TOO_SLOW) {
                Thread.sleep(4_000);
            }
            say(out, "220 here");
            answer(in, out, fault);
        } catch (IOException e) {
            // The caller has hung up.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(BufferedReader in, OutputStream out, Fault fault) throws IOException {
        String to = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
            switch (verb) {
                case "EHLO" -> say(out, fault == Fault.LOCKED ? "250-here\r\n250 AUTH PLAIN" : "250 here");
                case "AUTH" -> say(out, "535 wrong password");
                case "MAIL" -> say(out, fault == Fault.SENDER_NEVER ? "550 not you" : "250 ok");
                case "RCPT" -> {
                    to = line.replaceAll(".*<(.*)>.*", "$1");
                    say(
                            out,
                            switch (fault) {
                                case RECIPIENT_LATER -> "451 mailbox busy";
                                case RECIPIENT_NEVER -> "550 no such mailbox";
                                default -> "250 ok";
                            });
                }
                case "DATA" -> {
                    say(out, "354 go on");
                    String text = data(in);
                    if (fault == Fault.CONTENT_LATER) {
                        say(out, "452 no room");
                    } else if (fault == Fault.CONTENT_NEVER) {
                        say(out, "554 not such mail");
                    } else {
                        received.add(new Received(to, text));
                        if (fault == Fault.SILENT_AFTER_DATA) {
                            return;
                        }
                        say(out, "250 taken");
                    }
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, "250 ok");
            }
        }
    }

    private static String data(BufferedReader in) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            lines.add(line.startsWith("..") ? line.substring(1) : line);
        }
        return String.join("\n", lines);
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
