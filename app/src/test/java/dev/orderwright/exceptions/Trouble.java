package dev.orderwright.exceptions;

import dev.orderwright.World;
import dev.orderwright.billing.Till;
import dev.orderwright.exceptions.Exceptions.Fixed;
import dev.orderwright.exceptions.Exceptions.Listed;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.Holds;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.shared.BackgroundWork;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.OpenException;
import dev.orderwright.shared.exceptions.Reach;
import dev.orderwright.shipping.Dock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Things going wrong, for tests, and short ways to see and mend them. */
public final class Trouble {

    public final World world;
    public final Till till;
    public final Dock dock;
    public final Shop shop;
    public final Exceptions exceptions;
    public final Assignments assignments;

    public Trouble(World world) {
        this.world = world;
        till = new Till(world);
        dock = new Dock(world);
        shop = till.shop;
        exceptions = world.bean(Exceptions.class);
        assignments = world.bean(Assignments.class);
    }

    public ExceptionCause cause(String name) {
        return exceptions.cause(name).orElseThrow();
    }

    /** The exception as its cause lists it, and as it is found by its id: both or none. */
    public Optional<OpenException> open(String cause, long id) {
        Optional<OpenException> found = exceptions.find(cause(cause), List.of(id)).stream()
                .map(Listed::open)
                .findFirst();
        Optional<OpenException> listed =
                all(cause).stream().filter(open -> open.id() == id).findFirst();
        if (!found.equals(listed)) {
            throw new AssertionError(cause + " " + id + " is listed as " + listed + " and found as " + found);
        }
        return found;
    }

    public List<OpenException> all(String cause) {
        List<OpenException> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            var page = cause(cause).list(Reach.EVERYWHERE, cursor, 3);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    public Outcome<Fixed> tryFix(String cause, String fix, String reason, long... ids) {
        return exceptions.fix(
                shop.cause(),
                new FixWish(cause, fix, reason),
                Arrays.stream(ids).boxed().toList());
    }

    public Fixed fix(String cause, String fix, String reason, long... ids) {
        return tryFix(cause, fix, reason, ids).orThrow();
    }

    public static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.first().code() : "done";
    }

    /** Holds an order for a look; returns the hold. */
    public long held(Placed order) {
        return shop.holds
                .place(shop.cause(), List.of(Holds.Wish.onOrder(order.orderId(), HoldType.REVIEW, "looks odd")))
                .orThrow()
                .holdIds()
                .getFirst();
    }

    /** An order of a thing that is there, on hold for a look; returns the hold. */
    public long held() {
        return held(shop.place(shop.draft(till.item.times(1))));
    }

    public void sql(String statement) {
        try (Connection connection = world.connection();
                Statement run = connection.createStatement()) {
            run.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void round(String work) {
        var found = world.beans(BackgroundWork.class).stream()
                .filter(one -> one.name().equals(work))
                .findFirst()
                .orElseThrow();
        while (found.round() > 0) {
            // until nothing is left
        }
    }
}
