package dev.orderwright.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippingLabelZplRulesTests {

    private static final Documents DOCUMENTS = new Documents();

    @Test
    void theLabelIsOneLabelWithEverythingOnIt() {
        Document document = DOCUMENTS.shippingLabelZpl(Samples.label());

        assertThat(document.fileName()).isEqualTo("label-NL123456789GB.zpl");
        assertThat(document.mediaType()).isEqualTo("application/zpl");
        assertThat(read(document).texts())
                .contains("Northline Express", "Next day, signed for", "PRG-04", "2 / 3", "4.35 kg")
                .contains("Łukasz Žižka Homewares s.r.o.", "140 00 Praha 4", "FRAGILE", "THIS WAY UP")
                .contains("Contact Jana Dvořáková · Phone +420 601 123 456", "(00) 106141412345678908")
                .contains("Order SO-2025-004711 · Ref PO 88213/B");
    }

    @Test
    void bothCodesScanAndTheSsccIsAGs1Code() {
        assertThat(Pdf.scan(read(DOCUMENTS.shippingLabelZpl(Samples.label())).image(), 20))
                .containsExactlyInAnyOrder("NL123456789GB", "]C100106141412345678908");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^XZ^XA^FO0,0^FDyours^FS^XZ",
                "~JA",
                "_5EXZ_5EXA",
                "a_b\\&c\\\\d",
                "line\r\nbreak\u0000\u001B\u007F",
                "^FS^FD",
                "^CC+",
                "Straße Ёлка Αθήνα 東京 😀",
                "\uD800 half a character",
                "gift\u202Eexe.zpl"
            })
    void whateverStandsInAFieldIsPrintedAndNeverObeyed(String payload) {
        Document document = DOCUMENTS.shippingLabelZpl(Everywhere.in(Samples.label(), _ -> payload));

        assertThat(document.content()).asString(StandardCharsets.US_ASCII).matches("\\A[\\x20-\\x7E\\n]+\\z");
        ZplSheet sheet = read(document);
        String printed = payload.replaceAll("[\\u0000\\u001B\\u007F\\r\\n]", " ")
                .replaceAll("[\\u202E\\uD800]", "")
                .strip();
        assertThat(sheet.texts())
                .filteredOn(text -> text.strip().equals(printed))
                .as("carrier and product at least are short enough to stand in one row")
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(Pdf.scan(sheet.image(), 20)).containsExactlyInAnyOrder("NL123456789GB", "]C100106141412345678908");
    }

    @Test
    void aNameOfTenThousandLettersIsCutWhereItsSpaceEnds() {
        ZplSheet sheet = read(DOCUMENTS.shippingLabelZpl(Everywhere.in(Samples.label(), _ -> "W".repeat(10_000))));

        assertThat(sheet.texts()).allSatisfy(text -> assertThat(text.length()).isLessThan(80));
        assertThat(sheet.texts()).filteredOn(text -> text.startsWith("WW")).anyMatch(text -> text.endsWith("…"));
        assertThat(sheet.fields()).allSatisfy(field -> {
            assertThat(field.x()).isBetween(0, sheet.width());
            assertThat(field.y()).isBetween(0, sheet.length() - 20);
        });
    }

    @Test
    void aHundredLabelsScan() {
        Random random = new Random(20_251_201);
        for (int n = 0; n < 100; n++) {
            String tracking = tracking(random);
            String sscc = Gs1.sscc(random.nextInt(10), "0614141", random.nextInt(1_000_000_000));
            ShippingLabelView label = Samples.label();
            ShippingLabelView view = new ShippingLabelView(
                    label.from(),
                    label.to(),
                    label.service(),
                    tracking,
                    new ShippingLabelView.Parcel(1, 1, "1 kg", sscc, List.of()),
                    List.of());
            assertThat(Pdf.scan(read(DOCUMENTS.shippingLabelZpl(view)).image(), 60))
                    .as(tracking)
                    .containsExactlyInAnyOrder(tracking, "]C100" + sscc);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "^XA", "1Z~9", "naïve", "0123456789012345678901234567890"})
    void aTrackingNumberThatMakesNoBarcodeIsRefused(String tracking) {
        ShippingLabelView label = Samples.label();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShippingLabelView(
                        label.from(), label.to(), label.service(), tracking, label.parcel(), List.of()));
    }

    @Test
    void anSsccWithAWrongCheckDigitIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShippingLabelView.Parcel(1, 1, "1 kg", "106141412345678909", List.of()));
    }

    static String tracking(Random random) {
        String letters = random.nextBoolean() ? "0123456789" : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcxyz-./";
        StringBuilder tracking = new StringBuilder("7");
        int length = 6 + random.nextInt(24);
        while (tracking.length() < length) {
            tracking.append(letters.charAt(random.nextInt(letters.length())));
        }
        return tracking.toString();
    }

    private static ZplSheet read(Document document) {
        List<ZplSheet> sheets = ZplSheet.read(document.content());
        assertThat(sheets).hasSize(1);
        return sheets.getFirst();
    }
}
