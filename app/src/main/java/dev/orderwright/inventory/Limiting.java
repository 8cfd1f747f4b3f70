package dev.orderwright.inventory;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.inventory.StockLimit.LimitsSet;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Sets how much is kept back from promising. */
@Component
class Limiting {

    private final Commands commands;
    private final LineChecks checks;
    private final LimitStore store;
    private final Company company;

    Limiting(Commands commands, LineChecks checks, LimitStore store, Company company) {
        this.commands = commands;
        this.checks = checks;
        this.store = store;
        this.company = company;
    }

    List<StockLimit> ofItem(long itemId) {
        return store.ofItem(itemId);
    }

    Outcome<LimitsSet> set(Cause cause, List<StockLimit> limits) {
        return commands.once(cause, "set-stock-limits", limits, LimitsSet.class, run -> set(run, limits));
    }

    private Outcome<LimitsSet> set(Run run, List<StockLimit> wishes) {
        LocalDate today = run.at().atZone(company.zone()).toLocalDate();
        List<StockLimit> limits = wishes.stream().map(limit -> limit.on(today)).toList();
        List<Refusal> refusals = check(run, limits);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        List<StockLimit> kept =
                limits.stream().filter(limit -> limit.quantity() > 0).toList();
        List<StockLimit> lifted =
                limits.stream().filter(limit -> limit.quantity() == 0).toList();
        store.set(kept);
        store.lift(lifted);
        limits.forEach(limit -> run.fact(new Fact(
                "item",
                limit.itemId(),
                limit.quantity() > 0 ? "StockLimitSet" : "StockLimitLifted",
                Facts.data(
                        "nodeId", limit.nodeId(),
                        "channel", limit.channel(),
                        "from", limit.from().toString(),
                        "quantity", limit.quantity()))));
        return Outcome.done(new LimitsSet(kept.size(), lifted.size()));
    }

    private List<Refusal> check(Run run, List<StockLimit> limits) {
        LineCheck check = checks.of(limits, StockLimit::itemId);
        if (!check.size("limits", limits.size())) {
            return check.refusals();
        }
        record Key(StockKey stock, String channel, LocalDate from) {}
        Set<Key> keys = new HashSet<>();
        for (int i = 0; i < limits.size(); i++) {
            StockLimit limit = limits.get(i);
            String at = "limits[" + i + "].";
            check.item(at + "sku", limit.itemId());
            check.node(at + "node", limit.nodeId());
            check.text(at + "channel", limit.channel());
            check.day(at + "from", limit.from(), run.at());
            if (limit.quantity() != 0) {
                check.quantity(at + "quantity", limit.quantity());
            }
            if (limit.until() != null && limit.until().isBefore(limit.from())) {
                check.refuse("bad-date", at + "until", t("inventory.refusal.theLastDayIsNot"));
            }
            if (!keys.add(new Key(new StockKey(limit.itemId(), limit.nodeId()), limit.channel(), limit.from()))) {
                check.refuse("duplicate-limit", at + "from", t("inventory.refusal.thisLimitIsInThe"));
            }
        }
        return check.refusals();
    }
}
