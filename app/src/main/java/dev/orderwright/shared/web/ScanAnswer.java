package dev.orderwright.shared.web;

/**
 * What a scan has led to: seen, heard and said to a screen reader. It is also all that is remembered until the next scan,
 * on the page itself, so that any station may be left at any time.
 *
 * @param result {@code ok}, {@code bad}, {@code ask} while something waits to be confirmed, or empty when nothing was scanned
 * @param asked the command that waits for {@link ScanCommand#CONFIRM} or for what it is meant for; else empty
 * @param undo what takes the last scan back, in words of the station; empty when nothing does
 * @param print what is to come out of the printer now; else empty
 * @param url where to go on; empty for staying
 */
public record ScanAnswer(String result, String text, String asked, String undo, String print, String url) {

    public static final ScanAnswer NOTHING = new ScanAnswer("", "", "", "", "", "");

    public static ScanAnswer ok(String text) {
        return new ScanAnswer("ok", text, "", "", "", "");
    }

    public static ScanAnswer bad(String text) {
        return new ScanAnswer("bad", text, "", "", "", "");
    }

    /** Nothing has happened yet: it waits to be confirmed, or for the code it is meant for. */
    public static ScanAnswer ask(String text, String asked) {
        return new ScanAnswer("ask", text, asked, "", "", "");
    }

    /** Goes to another address of the console. */
    public static ScanAnswer goTo(String url, String text) {
        return new ScanAnswer("ok", text, "", "", "", url);
    }

    /** @param how what takes it back again */
    public ScanAnswer undoneBy(String how) {
        return new ScanAnswer(result, text, asked, how, print, url);
    }

    public ScanAnswer printing(String address) {
        return new ScanAnswer(result, text, asked, undo, address, url);
    }

    public boolean isBad() {
        return result.equals("bad");
    }

    public boolean leads() {
        return !url.isEmpty();
    }
}
