package dev.orderwright.channels.retail.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Retail rows for tests: a few written by hand, or the real file where the data folder stands beside the repository. */
public final class RetailData {

    public static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    public static final LocalDateTime NOON = LocalDateTime.of(2011, 5, 4, 12, 0);

    private static final String FOLDER = "../shared/data/online-retail";

    private RetailData() {}

    /** The real file; the test is skipped where it is not there. */
    public static Path realFile() {
        return inDataFolder("online_retail_2010-12_2011-08.csv.gz");
    }

    public static Path reference() {
        return inDataFolder("reference.json");
    }

    private static Path inDataFolder(String name) {
        Path file = repository().resolve(FOLDER).resolve(name).normalize();
        assumeTrue(Files.exists(file), "skipped: the data folder " + FOLDER + " is not beside the repository");
        return file;
    }

    /** Tests run in the repository or in its module's folder. */
    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        return Files.exists(folder.resolve("app/pom.xml")) ? folder : folder.resolveSibling("");
    }

    public static void forEachRow(Path path, Consumer<RetailRow> taker) {
        try (RetailFile file = RetailFile.open(path).orThrow()) {
            file.forEachRemaining(entry -> taker.accept((RetailRow) entry));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static List<RetailEntry> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    public static List<RetailEntry> read(byte[] bytes) {
        try (RetailFile file = RetailFile.open(new ByteArrayInputStream(bytes)).orThrow()) {
            List<RetailEntry> entries = new ArrayList<>();
            file.forEachRemaining(entries::add);
            return entries;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static RetailRow row(String invoiceNo, String stockCode, long quantity, String price) {
        return row(invoiceNo, stockCode, quantity, price, "17850");
    }

    public static RetailRow row(String invoiceNo, String stockCode, long quantity, String price, String customerId) {
        return new RetailRow(
                2,
                invoiceNo,
                stockCode,
                "A THING",
                quantity,
                NOON,
                new BigDecimal(price),
                customerId,
                "United Kingdom");
    }

    public static RetailRow described(RetailRow row, String description) {
        return new RetailRow(
                row.lineNumber(),
                row.invoiceNo(),
                row.stockCode(),
                description,
                row.quantity(),
                row.at(),
                row.unitPrice(),
                row.customerId(),
                row.country());
    }

    public static RetailRow at(RetailRow row, LocalDateTime at) {
        return new RetailRow(
                row.lineNumber(),
                row.invoiceNo(),
                row.stockCode(),
                row.description(),
                row.quantity(),
                at,
                row.unitPrice(),
                row.customerId(),
                row.country());
    }

    public static void assertMoney(BigDecimal actual, String expected) {
        assertThat(actual).isEqualByComparingTo(expected);
    }
}
