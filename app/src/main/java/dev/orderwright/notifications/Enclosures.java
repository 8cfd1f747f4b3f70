package dev.orderwright.notifications;

import dev.orderwright.billing.BillPapers;
import dev.orderwright.billing.Invoices;
import dev.orderwright.documents.Document;
import dev.orderwright.orders.OrderPapers;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.shared.Company;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Prints the papers that go with messages. */
@Component
class Enclosures {

    private final OrderQueries orders;
    private final OrderPapers orderPapers;
    private final Invoices invoices;
    private final BillPapers billPapers;
    private final Company company;
    private final InstantSource clock;

    Enclosures(
            OrderQueries orders,
            OrderPapers orderPapers,
            Invoices invoices,
            BillPapers billPapers,
            Company company,
            InstantSource clock) {
        this.orders = orders;
        this.orderPapers = orderPapers;
        this.invoices = invoices;
        this.billPapers = billPapers;
        this.company = company;
        this.clock = clock;
    }

    List<Document> of(Notice notice) {
        String number = notice.attached();
        if (number == null) {
            return List.of();
        }
        LocalDate today = clock.instant().atZone(company.zone()).toLocalDate();
        return switch (notice.kind()) {
            case CONFIRMATION ->
                orders.byId(notice.orderId()).map(orderPapers::confirmation).stream()
                        .toList();
            case INVOICE ->
                invoices.byNumber(number).map(detail -> billPapers.invoice(detail, today)).stream()
                        .toList();
            case SHIPPED, CANCELLED, DELAYED -> Stream.<Document>empty().toList();
        };
    }
}
