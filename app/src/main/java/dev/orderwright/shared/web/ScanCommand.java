package dev.orderwright.shared.web;

import static dev.orderwright.shared.Texts.t;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a scanner can say at the floor beside the codes of items, bins and papers: barcodes off a printed sheet, the same at
 * every station. A code is {@code DO} and words: letters, digits and blanks only, and none of the letters that change their
 * place between the keyboards of countries, because a scanner types as a keyboard does.
 */
public enum ScanCommand {
    NEXT("NEXT", "shared.scan.nextDoes"),
    CONFIRM("CONFIRM", "shared.scan.confirmDoes"),
    SKIP("SKIP", "shared.scan.skipDoes"),
    UNDO("UNDO", "shared.scan.undoDoes"),
    BACK("BACK", "shared.scan.backDoes"),
    NOT_FOUND("NOT FOUND", "shared.scan.notFoundDoes"),
    DAMAGED("DAMAGED", "shared.scan.damagedDoes"),
    NEW_BOX("NEW BOX", "shared.scan.newBoxDoes"),
    EXTRA_BOX("EXTRA BOX", "shared.scan.extraBoxDoes"),
    SEAL("SEAL", "shared.scan.sealDoes"),
    REPRINT("REPRINT", "shared.scan.reprintDoes"),
    VOID("VOID", "shared.scan.voidDoes"),
    HAND_OVER("HAND OVER", "shared.scan.handOverDoes"),
    PICK("PICK", "shared.scan.pickDoes"),
    PACK("PACK", "shared.scan.packDoes"),
    SHIP("SHIP", "shared.scan.shipDoes"),
    /** The next scan counts so many times: what {@code 3*} before a code is to whoever types. */
    TIMES("", "shared.scan.timesDoes");

    /** What is understood everywhere: going from one station to another. */
    public static final List<ScanCommand> PLACES = List.of(PICK, PACK, SHIP, BACK);

    private static final Pattern GIVEN = Pattern.compile("DO\\s+([A-Z]+(?:\\s+[A-Z]+)*)?\\s*(\\d{1,7})?");
    /** Typed for years before there was a sheet to scan from. */
    private static final Pattern SEAL_TYPED = Pattern.compile("SEAL(?:\\s+(\\d{1,7}))?");

    private final String word;
    private final String does;

    ScanCommand(String word, String does) {
        this.word = word;
        this.does = does;
    }

    /**
     * A command as it was given.
     *
     * @param number what was said with it: how many times, or grams; 0 when nothing was
     */
    public record Given(ScanCommand command, long number) {}

    /** Whether something is meant as a command, also as one that does not exist. */
    public static boolean isOne(String code) {
        String said = plain(code);
        return said.startsWith("DO ") || SEAL_TYPED.matcher(said).matches();
    }

    /** Empty for what is no command, and for one that does not exist. */
    public static Optional<Given> of(String code) {
        String said = plain(code);
        Matcher seal = SEAL_TYPED.matcher(said);
        if (seal.matches()) {
            return Optional.of(new Given(SEAL, number(seal.group(1))));
        }
        Matcher given = GIVEN.matcher(said);
        if (!given.matches() || given.group(1) == null && given.group(2) == null) {
            return Optional.empty();
        }
        String word = given.group(1) == null ? "" : given.group(1).replaceAll("\\s+", " ");
        return Stream.of(values())
                .filter(command -> command.word.equals(word))
                .findFirst()
                .map(command -> new Given(command, number(given.group(2))));
    }

    private static String plain(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }

    private static long number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** What stands in its barcode. */
    public String code() {
        return this == TIMES ? "DO 3" : "DO " + word;
    }

    /** The barcode with a number in it. */
    public String code(long number) {
        return (word.isEmpty() ? "DO " : "DO " + word + " ") + number;
    }

    public String title() {
        return t("shared.ScanCommand." + name());
    }

    /** A sentence on what it does. */
    public String does() {
        return t(does);
    }

    /** Where it leads, for those that only lead somewhere; else empty. */
    public String place() {
        return switch (this) {
            case PICK -> "/pick";
            case PACK -> "/pack";
            case SHIP -> "/ship";
            case NEXT, CONFIRM, SKIP, UNDO, BACK, NOT_FOUND, DAMAGED, NEW_BOX, EXTRA_BOX, SEAL, REPRINT, VOID -> "";
            case HAND_OVER, TIMES -> "";
        };
    }

    /** Says that there is no such command here, and which there are. */
    public static ScanAnswer unknown(String code, List<ScanCommand> here) {
        String known = Stream.concat(here.stream(), PLACES.stream())
                .distinct()
                .map(ScanCommand::title)
                .collect(Collectors.joining(", "));
        return ScanAnswer.bad(t("shared.scan.unknown", code.strip(), known));
    }
}
