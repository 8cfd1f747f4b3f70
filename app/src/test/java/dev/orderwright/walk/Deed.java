package dev.orderwright.walk;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Something that people or programs do.
 *
 * @param often how often it is chosen, next to the others
 */
record Deed(String name, int often, Supplier<Came> doing) {

    static List<Deed> all(Ground ground) {
        return Stream.of(
                        new OrderDeeds(ground).all(),
                        new HoldDeeds(ground).all(),
                        new StockDeeds(ground).all(),
                        new FloorDeeds(ground).all(),
                        new DockDeeds(ground).all(),
                        new CarrierDeeds(ground).all(),
                        new MoneyDeeds(ground).all())
                .flatMap(List::stream)
                .toList();
    }

    static Deed anyOf(List<Deed> deeds, Random random) {
        int at = random.nextInt(deeds.stream().mapToInt(Deed::often).sum());
        for (Deed deed : deeds) {
            at -= deed.often();
            if (at < 0) {
                return deed;
            }
        }
        throw new IllegalStateException("no deed was chosen");
    }
}
