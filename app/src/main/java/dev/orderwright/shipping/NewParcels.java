package dev.orderwright.shipping;

import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Numbers;
import dev.orderwright.shipping.Parcel.Journey;
import dev.orderwright.shipping.Parcel.Measures;
import dev.orderwright.shipping.Parcel.Tag;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Makes new packages, and gives ids and numbers to what is made of them. */
@Component
class NewParcels {

    private final Numbers numbers;
    private final Ids ids;

    NewParcels(Numbers numbers, Ids ids) {
        this.numbers = numbers;
        this.ids = ids;
    }

    Parcel of(FulfilmentOrder work, Instant at) {
        return new Parcel(
                work.orderId(),
                ids.next(),
                numbers.next("PK"),
                work.orderNumber(),
                work.id(),
                work.nodeId(),
                PackageState.OPEN,
                Measures.NONE,
                Tag.NONE,
                Journey.NONE,
                at,
                at,
                1);
    }

    long nextId() {
        return ids.next();
    }

    /** The next number of a series. */
    String next(String series) {
        return numbers.next(series);
    }
}
