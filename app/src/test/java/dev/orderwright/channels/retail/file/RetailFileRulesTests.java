package dev.orderwright.channels.retail.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.channels.retail.file.RetailEntry.Refused;
import dev.orderwright.shared.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RetailFileRulesTests {

    private static final String LANTERN =
            "536365,71053,WHITE METAL LANTERN,6,2010-12-01 08:26:00,3.39,17850.0,United Kingdom";

    @Test
    void aRowIsReadWithItsTextsUntouchedAndItsNumbersExact() {
        assertThat(RetailData.read(RetailData.HEADER
                        + "C536379,85123a, LANTERN ,-6,2010-12-01 08:26:00,0.001,17850.0,United Kingdom\n"))
                .containsExactly(new RetailRow(
                        2,
                        "C536379",
                        "85123a",
                        " LANTERN ",
                        -6,
                        LocalDateTime.of(2010, 12, 1, 8, 26),
                        new BigDecimal("0.001"),
                        "17850",
                        "United Kingdom"));
    }

    @ParameterizedTest
    @CsvSource(
            value = {"17850.0|17850", "17850|17850", "''|''", "17850.5|17850.5", "K-12 |K-12", ".0|.0"},
            delimiter = '|')
    void customersKeepTheirNumberWithoutTheFractionOfTheSource(String inFile, String expected) {
        RetailRow row = rows(LANTERN.replace("17850.0", inFile)).getFirst();
        assertThat(row.customerId()).isEqualTo(expected);
    }

    @Test
    void lineEndsOfAnyKindAByteOrderMarkAndBlankLinesChangeNothing() {
        String windows = "\ufeff" + RetailData.HEADER.replace("\n", "\r\n") + LANTERN + "\r\n\r\n\n" + LANTERN;
        List<RetailEntry> entries = RetailData.read(windows);
        assertThat(entries).extracting(RetailEntry::lineNumber).containsExactly(2L, 5L);
        assertThat(entries)
                .allSatisfy(entry -> assertThat(((RetailRow) entry).country()).isEqualTo("United Kingdom"));
        assertThat(RetailData.read(RetailData.HEADER + LANTERN + "\r"))
                .isEqualTo(RetailData.read(RetailData.HEADER + LANTERN));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "'\"TEA,COFFEE\"'|TEA,COFFEE",
                "'\"RECORD FRAME 7\"\" SINGLE SIZE \"'|RECORD FRAME 7\" SINGLE SIZE ",
                "'RECORD FRAME 7\" SINGLE'|RECORD FRAME 7\" SINGLE",
                "'\"\"'|''",
                "'\"\"\"\"'|'\"'",
                "'Voucher £20.00'|Voucher £20.00"
            },
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false)
    void quotesAreReadAsSpreadsheetsWriteThem(String inFile, String expected) {
        RetailRow row = rows(LANTERN.replace("WHITE METAL LANTERN", inFile)).getFirst();
        assertThat(row.description()).isEqualTo(expected);
    }

    @Test
    void aQuotedColumnMayHaveALineEndAndLaterRowsKeepTheirLineNumbers() {
        List<RetailEntry> entries = RetailData.read(RetailData.HEADER
                + LANTERN.replace("WHITE METAL", "\"WHITE\nMETAL").replace("LANTERN", "LANTERN\"") + "\n" + LANTERN);
        assertThat(entries).extracting(RetailEntry::lineNumber).containsExactly(2L, 4L);
        assertThat(((RetailRow) entries.getFirst()).description()).isEqualTo("WHITE\nMETAL LANTERN");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "536365,71053,A,6,2010-12-01 08:26:00,3.39,17850.0|wrong-columns|''",
                "536365,71053,A,6,2010-12-01 08:26:00,3.39,17850.0,France,|wrong-columns|''",
                "no row at all|wrong-columns|''",
                ",71053,A,6,2010-12-01 08:26:00,3.39,17850.0,France|missing|InvoiceNo",
                "536365, ,A,6,2010-12-01 08:26:00,3.39,17850.0,France|missing|StockCode",
                "536365,71053,A,,2010-12-01 08:26:00,3.39,17850.0,France|bad-quantity|Quantity",
                "536365,71053,A,6.5,2010-12-01 08:26:00,3.39,17850.0,France|bad-quantity|Quantity",
                "536365,71053,A,six,2010-12-01 08:26:00,3.39,17850.0,France|bad-quantity|Quantity",
                "536365,71053,A,-,2010-12-01 08:26:00,3.39,17850.0,France|bad-quantity|Quantity",
                "536365,71053,A,1234567890,2010-12-01 08:26:00,3.39,17850.0,France|bad-quantity|Quantity",
                "536365,71053,A,6,2010-02-29 08:26:00,3.39,17850.0,France|bad-date|InvoiceDate",
                "536365,71053,A,6,2010-12-01 24:00:00,3.39,17850.0,France|bad-date|InvoiceDate",
                "536365,71053,A,6,2010-13-01 08:00:00,3.39,17850.0,France|bad-date|InvoiceDate",
                "536365,71053,A,6,01/12/2010 08:26,3.39,17850.0,France|bad-date|InvoiceDate",
                "536365,71053,A,6,,3.39,17850.0,France|bad-date|InvoiceDate",
                "536365,71053,A,6,2010-12-01 08:26:00,,17850.0,France|bad-price|UnitPrice",
                "536365,71053,A,6,2010-12-01 08:26:00,1e3,17850.0,France|bad-price|UnitPrice",
                "536365,71053,A,6,2010-12-01 08:26:00,3.,17850.0,France|bad-price|UnitPrice",
                "536365,71053,A,6,2010-12-01 08:26:00,.5,17850.0,France|bad-price|UnitPrice",
                "536365,71053,A,6,2010-12-01 08:26:00,NaN,17850.0,France|bad-price|UnitPrice",
                "536365,71053,A,6,2010-12-01 08:26:00,12345678,17850.0,France|bad-price|UnitPrice",
                "536365,71053,A,6,2010-12-01 08:26:00,0.1234567890,17850.0,France|bad-price|UnitPrice",
                "536365,71053,\"A,6,2010-12-01 08:26:00,3.39,17850.0,France|unclosed-quote|''",
                "536365,71053,\"A\"B,6,2010-12-01 08:26:00,3.39,17850.0,France|text-after-quote|''",
                "536365,71053,A\u0000,6,2010-12-01 08:26:00,3.39,17850.0,France|control-character|Description"
            },
            delimiter = '|',
            quoteCharacter = '\'')
    void aRowThatCannotBeReadIsRefusedWithItsLineAndReasonAndItsNeighboursAreKept(
            String line, String code, String field) {
        List<RetailEntry> entries = RetailData.read(RetailData.HEADER + LANTERN + "\n" + line + "\n" + LANTERN + "\n");
        assertThat(entries).hasSize(3);
        assertThat(entries.get(0)).isInstanceOf(RetailRow.class);
        assertThat(entries.get(2)).isInstanceOf(RetailRow.class);
        Refused refused = (Refused) entries.get(1);
        assertThat(refused.lineNumber()).isEqualTo(3);
        assertThat(refused.refusal().code()).isEqualTo(code);
        assertThat(refused.refusal().field()).isEqualTo(field);
        assertThat(refused.refusal().reason()).endsWith(".").hasSizeGreaterThan(15);
        assertThat(refused.text()).isEqualTo(line.replace("\u0000", " ").strip());
    }

    @Test
    void bytesThatAreNotUtf8RefuseTheRowAndNameTheColumn() {
        byte[] latin =
                (RetailData.HEADER + LANTERN.replace("WHITE METAL", "£20") + "\n" + LANTERN).getBytes(ISO_8859_1);
        List<RetailEntry> entries = RetailData.read(latin);
        Refused refused = (Refused) entries.getFirst();
        assertThat(refused.refusal().code()).isEqualTo("not-utf8");
        assertThat(refused.refusal().field()).isEqualTo("Description");
        assertThat(entries.getLast()).isInstanceOf(RetailRow.class);
    }

    @Test
    void aStrayQuoteCostsOnlyTheLineItStandsIn() {
        String text = RetailData.HEADER
                + LANTERN + "\n"
                + LANTERN.replace("WHITE", "\"WHITE") + "\n"
                + LANTERN + "\n"
                + LANTERN.replace("WHITE METAL LANTERN", "\"WHITE, METAL\"") + "\n"
                + LANTERN.replace("WHITE", "\"WHITE") + "\n"
                + LANTERN;
        assertThat(RetailData.read(text).stream()
                        .filter(Refused.class::isInstance)
                        .map(RetailEntry::lineNumber))
                .containsExactly(3L, 6L);
        assertThat(RetailData.read(text)).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({"70000", "300000", "1000000"})
    void aRowThatNeverEndsIsRefusedAndTheNextOneRead(int length) {
        String text =
                RetailData.HEADER + "x".repeat(length) + "\n" + LANTERN + "\n\"" + "y".repeat(length) + "\n" + LANTERN;
        List<RetailEntry> entries = RetailData.read(text);
        assertThat(entries).extracting(RetailEntry::lineNumber).containsExactly(2L, 3L, 4L, 5L);
        assertThat(((Refused) entries.get(0)).refusal().code()).isEqualTo("row-too-long");
        assertThat(((Refused) entries.get(2)).refusal().code()).isEqualTo("unclosed-quote");
        assertThat(((Refused) entries.get(2)).text()).hasSizeLessThanOrEqualTo(200);
        assertThat(entries.get(3)).isInstanceOf(RetailRow.class);
    }

    @Test
    void compressedFilesAreKnownByTheirContent(@TempDir Path folder) throws IOException {
        Path plain = Files.writeString(folder.resolve("plain.gz"), RetailData.HEADER + LANTERN);
        Path zipped = Files.write(folder.resolve("zipped.csv"), gzip(RetailData.HEADER + LANTERN));
        for (Path path : List.of(plain, zipped)) {
            try (RetailFile file = RetailFile.open(path).orThrow()) {
                assertThat(file.hasNext()).isTrue();
                assertThat(((RetailRow) file.next()).stockCode()).isEqualTo("71053");
                assertThat(file.hasNext()).isFalse();
                assertThat(file.progress()).isEqualTo(1.0);
            }
        }
    }

    @Test
    void aFileThatBreaksOffGivesItsWholeRowsAndSaysWhere() throws IOException {
        String text = RetailData.HEADER + random(500).stream().collect(Collectors.joining("\n"));
        byte[] whole = gzip(text);
        List<RetailEntry> all = RetailData.read(whole);
        List<RetailEntry> entries = RetailData.read(Arrays.copyOf(whole, whole.length * 2 / 3));
        Refused last = (Refused) entries.getLast();
        assertThat(last.refusal().code()).isEqualTo("file-breaks-off");
        assertThat(last.lineNumber()).isEqualTo(entries.size() + 1);
        assertThat(entries.size()).isBetween(100, 499);
        assertThat(entries.subList(0, entries.size() - 1)).isEqualTo(all.subList(0, entries.size() - 1));
    }

    @Test
    void aHalfRowAtTheEndOfABrokenFileIsNotTakenForAWholeOne() throws IOException {
        InputStream broken = new InputStream() {
            private final InputStream text = new ByteArrayInputStream(
                    (RetailData.HEADER + LANTERN + "\n" + LANTERN.replace("United Kingdom", "United King"))
                            .getBytes(UTF_8));

            @Override
            public int read() throws IOException {
                int read = text.read();
                if (read < 0) {
                    throw new IOException("the disk went away");
                }
                return read;
            }
        };
        try (RetailFile file = RetailFile.open(broken).orThrow()) {
            assertThat(file.next()).isInstanceOf(RetailRow.class);
            assertThat(((Refused) file.next()).refusal().reason()).contains("the disk went away");
            assertThat(file.hasNext()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("noRetailFiles")
    void whatIsNoRetailFileIsRefusedWithTheReason(byte[] bytes, String reason) throws IOException {
        Outcome<RetailFile> opened = RetailFile.open(new ByteArrayInputStream(bytes));
        assertThat(opened).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.first().code()).isEqualTo("not-a-retail-file");
            assertThat(refused.first().reason())
                    .startsWith(reason)
                    .endsWith(
                            "The first line must be InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country, in UTF-8.");
        });
    }

    static List<Object[]> noRetailFiles() throws IOException {
        String header = RetailData.HEADER;
        return List.of(
                new Object[] {new byte[0], "It is empty."},
                new Object[] {"\n\n".getBytes(UTF_8), "It is empty."},
                new Object[] {header.getBytes(UTF_16), "It is encoded in UTF-16."},
                new Object[] {
                    header.replace("Desc", "desc").getBytes(UTF_8), "Column 3 is 'description' and not 'Description'."
                },
                new Object[] {header.replace(",Country", "").getBytes(UTF_8), "Column 8 is '' and not 'Country'."},
                new Object[] {header.replace("\n", ",More\n").getBytes(UTF_8), "It has 9 columns and not 8."},
                new Object[] {header.replace("StockCode", "\"Stock").getBytes(UTF_8), "Its first line can't be read"},
                new Object[] {new byte[] {0x1f, (byte) 0x8b, 1, 2}, "It can't be read"},
                new Object[] {Arrays.copyOf(gzip(header), 12), "Its first line can't be read"});
    }

    /** Whatever happens to one line, every other line still gives its row. */
    @ParameterizedTest
    @MethodSource("seeds")
    void damageStaysInItsLine(long seed) {
        Random random = new Random(seed);
        List<String> lines = random(40);
        List<RetailEntry> sound = RetailData.read(RetailData.HEADER + String.join("\n", lines));
        int damaged = random.nextInt(lines.size());
        byte[] line = lines.get(damaged).getBytes(UTF_8);
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            line[random.nextInt(line.length)] = (byte) (random.nextBoolean() ? '"' : 11 + random.nextInt(245));
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(RetailData.HEADER.getBytes(UTF_8));
        for (int i = 0; i < lines.size(); i++) {
            file.writeBytes(i == damaged ? line : lines.get(i).getBytes(UTF_8));
            file.writeBytes(i == lines.size() - 1 ? new byte[0] : new byte[] {'\n'});
        }
        List<RetailEntry> entries = RetailData.read(file.toByteArray());
        assertThat(entries).as("seed %s", seed).hasSameSizeAs(sound);
        for (int i = 0; i < sound.size(); i++) {
            if (i != damaged) {
                assertThat(entries.get(i)).as("seed %s line %s", seed, i).isEqualTo(sound.get(i));
            }
        }
    }

    static List<Long> seeds() {
        return IntStream.range(0, 300).mapToObj(Long::valueOf).toList();
    }

    /** Sound lines, a third of them with a quoted description. */
    private static List<String> random(int count) {
        Random random = new Random(7);
        return IntStream.range(0, count)
                .mapToObj(i -> "5%05d,%05d%s,%s,%d,2011-0%d-1%d 1%d:%d0:00,%d.%02d,%s,%s"
                        .formatted(
                                random.nextInt(100_000),
                                random.nextInt(100_000),
                                random.nextBoolean() ? "a" : "",
                                List.of("TEA", "\"TEA, \"\"BLACK\"\"\"", "Voucher £5")
                                        .get(random.nextInt(3)),
                                random.nextInt(-99, 999),
                                random.nextInt(1, 9),
                                random.nextInt(10),
                                random.nextInt(10),
                                random.nextInt(6),
                                random.nextInt(90),
                                random.nextInt(100),
                                random.nextBoolean() ? "1%04d.0".formatted(random.nextInt(10_000)) : "",
                                List.of("France", "EIRE").get(random.nextInt(2))))
                .toList();
    }

    private static List<RetailRow> rows(String... lines) {
        return RetailData.read(RetailData.HEADER + String.join("\n", lines)).stream()
                .map(RetailRow.class::cast)
                .toList();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
