package dev.orderwright.shipping;

import dev.orderwright.documents.Detail;
import dev.orderwright.documents.Document;
import dev.orderwright.documents.Documents;
import dev.orderwright.documents.Party;
import dev.orderwright.documents.ShippingLabelView;
import dev.orderwright.orders.Address;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Prints labels, and prints them again: always from what was bought, so that a reprint is the same label. */
@Component
public class LabelPapers {

    private final ShippingQueries queries;
    private final Documents documents;

    LabelPapers(ShippingQueries queries, Documents documents) {
        this.queries = queries;
        this.documents = documents;
    }

    /** For page printers; empty when the package has no label. */
    public Optional<Document> pdf(long packageId) {
        return view(packageId).map(documents::shippingLabel);
    }

    /** For label printers; empty when the package has no label. */
    public Optional<Document> zpl(long packageId) {
        return view(packageId).map(documents::shippingLabelZpl);
    }

    private Optional<ShippingLabelView> view(long packageId) {
        return queries.byId(packageId)
                .filter(Parcel::hasLabel)
                .flatMap(parcel -> queries.labels(packageId).stream()
                        .filter(label -> label.attempt() == parcel.tag().attempt())
                        .filter(label -> label.state() == LabelState.BOUGHT)
                        .findFirst())
                .map(label -> view(label, queries.carrierName(label.carrier())));
    }

    static ShippingLabelView view(Label label, String carrierName) {
        LabelWish wish = label.wish();
        return new ShippingLabelView(
                party(wish.from()),
                party(wish.to()),
                new ShippingLabelView.Service(carrierName, label.product(), label.route()),
                label.trackingNumber(),
                new ShippingLabelView.Parcel(
                        wish.number(),
                        Math.max(wish.number(), wish.count()),
                        weight(wish.weightGrams()),
                        "",
                        List.of()),
                List.of(new Detail("Order", wish.orderNumber()), new Detail("Package", wish.packageNumber())));
    }

    /** In kilograms, as carriers weigh. */
    static String weight(long grams) {
        return BigDecimal.valueOf(grams, 3).stripTrailingZeros().toPlainString() + " kg";
    }

    private static Party party(Address address) {
        List<String> lines = new ArrayList<>(address.printed());
        lines.set(lines.size() - 1, lines.getLast().toUpperCase(Locale.ROOT)); // as posts abroad ask for
        List<Detail> details = address.phone().isBlank() ? List.of() : List.of(new Detail("Tel.", address.phone()));
        return new Party(address.recipient(), lines, details);
    }
}
