package dev.orderwright.exceptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.orderwright.World;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Preview;
import dev.orderwright.shared.exceptions.Reach;
import dev.orderwright.workbench.Job;
import dev.orderwright.workbench.JobRefusal;
import dev.orderwright.workbench.JobState;
import dev.orderwright.workbench.Jobs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same fix for many, as a job; and what one would do, before it is done. */
class FixManyModuleTests {

    private static World world;
    private static Trouble trouble;
    private static Jobs jobs;

    @BeforeAll
    static void start() {
        world = World.fresh();
        trouble = new Trouble(world);
        jobs = world.bean(Jobs.class);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void manyHoldsAreReleasedWhatIsGoneIsToldAndAllIsTakenBack() {
        List<Long> holds = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            holds.add(trouble.held());
        }
        trouble.fix("held-review", "release", "fine", holds.get(7));

        long id = trouble.exceptions
                .fixMany(trouble.shop.cause(), new FixWish("held-review", "release", "all is well"), holds)
                .orThrow()
                .jobId();
        trouble.round("jobs");

        Job job = jobs.find(id).orElseThrow();
        assertThat(job)
                .extracting(Job::title, Job::state, Job::done, Job::refused, Job::undoPermission)
                .containsExactly("On hold: Review: Release (120 exceptions)", JobState.DONE, 119, 1, "orders:hold");
        assertThat(jobs.refused(job, null, 10).items())
                .extracting(JobRefusal::subject, JobRefusal::code)
                .containsExactly(tuple(holds.get(7), "gone"));
        assertThat(trouble.all("held-review")).isEmpty();

        long undo = jobs.undo(trouble.shop.cause(), id).orThrow().jobId();
        trouble.round("jobs");

        assertThat(jobs.find(undo).orElseThrow().done()).isEqualTo(119);
        assertThat(trouble.all("held-review")).hasSize(119);
        assertThat(trouble.exceptions.ids(trouble.cause("held-review"), Reach.EVERYWHERE, 50))
                .hasSize(50);
    }

    @Test
    void aJobThatCannotBeTakenBackSaysSoAndOneWithoutAReasonIsNotBegun() {
        long hold = trouble.held();
        assertThat(Trouble.code(trouble.exceptions.fixMany(
                        trouble.shop.cause(), new FixWish("held-review", "cancel", ""), List.of(hold))))
                .isEqualTo("no-reason");
        assertThat(Trouble.code(trouble.exceptions.fixMany(
                        trouble.shop.cause(), new FixWish("held-review", "dance", ""), List.of(hold))))
                .isEqualTo("unknown-fix");
        assertThat(Trouble.code(trouble.exceptions.fixMany(
                        trouble.shop.cause(), new FixWish("weather", "dance", ""), List.of(hold))))
                .isEqualTo("unknown-cause");

        long id = trouble.exceptions
                .fixMany(trouble.shop.cause(), new FixWish("held-review", "cancel", "fraud"), List.of(hold))
                .orThrow()
                .jobId();
        trouble.round("jobs");

        assertThat(jobs.find(id).orElseThrow())
                .extracting(Job::done, Job::undoPermission)
                .containsExactly(1, null);
    }

    @Test
    void whatAFixWouldDoIsFoundOutAndLeavesNothingBehind() {
        long hold = trouble.held();
        FixWish wish = new FixWish("held-review", "release", "perhaps");

        Preview<Exceptions.Fixed> preview = trouble.exceptions.preview(trouble.shop.cause(), wish, List.of(hold));

        assertThat(preview.outcome().isDone()).isTrue();
        assertThat(preview.facts()).extracting(fact -> fact.type()).contains("HoldReleased");
        assertThat(trouble.open("held-review", hold)).isPresent();
        assertThat(world.bean(Facts.class).of("exception", hold, 5)).isEmpty();
        trouble.fix("held-review", "release", "really", hold);
        assertThat(Trouble.code(trouble.exceptions
                        .preview(trouble.shop.cause(), wish, List.of(hold))
                        .outcome()))
                .isEqualTo("gone");
    }
}
