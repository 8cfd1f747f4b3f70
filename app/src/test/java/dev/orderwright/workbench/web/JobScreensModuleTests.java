package dev.orderwright.workbench.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.People;
import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.Role;
import dev.orderwright.orders.BulkHolds;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.BackgroundWork;
import dev.orderwright.shared.Cause;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class JobScreensModuleTests {

    private static final World WORLD = World.fresh();
    private static final Shop SHOP = new Shop(WORLD);
    private static final Visitor ANN = People.add(WORLD, "ann", Role.OPERATIONS);
    private static final Visitor BOB = People.add(WORLD, "bob", Role.OPERATIONS);
    private static final Visitor ADA = People.add(WORLD, "ada", Role.ADMINISTRATOR);

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    /** A job of Ann's over two orders, one of which has ended. */
    private static String begun() {
        Placed open = SHOP.place(SHOP.draft(SHOP.item().times(1)));
        Placed ended = SHOP.place(SHOP.draft(SHOP.item().times(1)));
        SHOP.orders
                .cancel(SHOP.cause(), new CancelOrder(ended.orderId(), null, List.of(), "no longer wanted"))
                .orThrow();
        Cause cause = Cause.of(Actor.user("ann"), SHOP.word("k"), WORLD.clock().instant());
        long id = WORLD.bean(BulkHolds.class)
                .start(
                        cause,
                        new BulkHolds.Wish(HoldType.REVIEW, "recall of a batch"),
                        List.of(open.orderId(), ended.orderId()))
                .orThrow()
                .jobId();
        return "/jobs/" + id;
    }

    private static void workOff() {
        WORLD.beans(BackgroundWork.class).stream()
                .filter(one -> one.name().equals("jobs"))
                .forEach(BackgroundWork::round);
    }

    private static String text(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void whoHasBegunNothingIsToldWhatThePageIsFor() {
        Visitor cid = People.add(WORLD, "cid", Role.ORDER_DESK);
        assertThat(text(cid.get("/jobs"))).contains("Nothing was done in bulk yet");
        assertThat(cid.get("/jobs").body()).contains("href=\"/orders\"");
    }

    @Test
    void oneSeesOnesOwnAndWhoRunsTheProgramSeesAll() {
        String job = begun();
        assertThat(text(ANN.get("/jobs"))).contains("Hold 2 orders (Review): recall of a batch", "0 of 2", "Running");
        assertThat(ANN.get("/jobs").body()).contains("href=\"" + job + "\"").doesNotContain(">By<");
        assertThat(BOB.get("/jobs").body()).doesNotContain(job);
        assertThat(BOB.get(job).statusCode()).isEqualTo(404);
        assertThat(BOB.get(job + "/body").statusCode()).isEqualTo(404);
        assertThat(ADA.get("/jobs").body()).contains("href=\"" + job + "\"", ">By<", ">ann<");
        workOff();
    }

    @Test
    void thePageSaysHowFarItIsWhatWasRefusedAndWhyAndTakesItBack() {
        String job = begun();
        String running = ANN.get(job).body();
        assertThat(running)
                .contains("hx-get=\"" + job + "/body\"", "data-live=\"job/", "<progress value=\"0\" max=\"2\"")
                .contains("action=\"" + job + "/stop\"")
                .doesNotContain("/undo\"");
        workOff();

        HttpResponse<String> body = ANN.get(job + "/body", "HX-Request", "true");
        assertThat(body.body()).startsWith("<div").doesNotContain("<progress", "/stop\"");
        assertThat(text(body)).contains("Done, some refused", "1 could not be done", "has ended.", "order-ended");
        assertThat(body.body()).contains("href=\"/orders/SO-", "action=\"" + job + "/undo\"");

        HttpResponse<String> undone = ANN.submit(job, job + "/undo");
        assertThat(undone.statusCode()).isEqualTo(303);
        String undo = undone.headers().firstValue("Location").orElseThrow();
        workOff();
        assertThat(text(ANN.get(undo))).contains("Undo: Hold 1 order (Review)", "Done");
        assertThat(ANN.get(undo).body()).contains("href=\"" + job + "\"");
        assertThat(ANN.get(job).body()).contains("href=\"" + undo + "\"").doesNotContain("/undo\"");
        assertThat(text(follow(ANN, ANN.submit(job, job + "/undo")))).contains("This was taken back already.");
    }

    @Test
    void itIsStoppedByWhoBeganItOrAnAdministratorAndTakenBackByWhoMay() {
        String job = begun();
        assertThat(BOB.submit("/jobs", job + "/stop").statusCode()).isEqualTo(404);
        assertThat(ADA.get(job).body()).contains("action=\"" + job + "/stop\"");
        assertThat(text(follow(ADA, ADA.submit(job, job + "/stop")))).contains("Stopped", "Left alone 2");

        String other = begun();
        workOff();
        assertThat(ADA.get(other).body()).doesNotContain("/undo\"");
        HttpResponse<String> refused = ADA.submit("/account", other + "/undo");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("orders:release-hold");
    }

    private static HttpResponse<String> follow(Visitor visitor, HttpResponse<String> redirect) {
        return visitor.get(redirect.headers().firstValue("Location").orElseThrow());
    }
}
