package dev.orderwright.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderwright.World;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

/** What is to be written later goes to the database in one round trip, in order, before anything looks for it. */
class WaitingWritesStoreTests {

    static final Sql MAKE =
            Sql.of("create table if not exists shared.waiting_test (no integer primary key, word text)");
    static final Sql CLEAR = Sql.of("truncate shared.waiting_test");
    static final Sql ADD = Sql.of("insert into shared.waiting_test (no, word) values (:no, :word)");
    static final Sql RENAME = Sql.of("update shared.waiting_test set word = :word where no = :no");
    static final Sql WORDS = Sql.of("select word from shared.waiting_test order by no");

    private final Db db = World.shared().bean(Db.class);

    @BeforeEach
    void empty() {
        db.sql(MAKE).update();
        db.sql(CLEAR).update();
    }

    private SqlCall add(int no, String word) {
        return db.sql(ADD).param("no", no).param("word", word);
    }

    private SqlCall rename(int no, String word) {
        return db.sql(RENAME).param("no", no).param("word", word);
    }

    private List<String> words() {
        return db.sql(WORDS).query(String.class).list();
    }

    @Test
    void outsideOfATransactionItIsWrittenAtOnce() {
        add(1, "now").later();
        assertThat(words()).containsExactly("now");
    }

    @Test
    void whoReadsInTheTransactionFindsWhatWaited() {
        List<String> seen = db.inTransaction(() -> {
            add(1, "one").later();
            add(2, "two").later();
            return words();
        });
        assertThat(seen).containsExactly("one", "two");
    }

    @Test
    void theEndOfTheTransactionWritesInTheOrderGivenAndTheLastOnesLast() {
        db.inTransaction(() -> {
            rename(2, "renamed at the end").atEnd(1);
            add(1, "one").later();
            add(2, "two").later();
            rename(1, "renamed").later();
            return 0;
        });
        assertThat(words()).containsExactly("renamed", "renamed at the end");
    }

    @Test
    void aWrongNumberOfRowsRollsEverythingBack() {
        assertThatThrownBy(() -> db.inTransaction(() -> {
                    add(1, "one").later();
                    rename(7, "nobody").atEnd(1);
                    return 0;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("changed 0 rows where it must be 1");
        assertThat(words()).isEmpty();
    }

    @Test
    void whatFailsAtTheEndFailsTheTransactionWithItsReason() {
        add(1, "there").update();
        assertThatThrownBy(() -> db.inTransaction(() -> {
                    add(2, "two").later();
                    add(1, "again").later();
                    return 0;
                }))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(words()).containsExactly("there");
    }

    @Test
    void aTransactionOfItsOwnLeavesTheWaitingOfTheOtherAlone() {
        List<String> seen = db.inTransaction(() -> {
            add(1, "outer").later();
            db.inOwnTransaction(() -> {
                add(2, "inner").later();
                return 0;
            });
            return words();
        });
        assertThat(seen).containsExactly("outer", "inner");
    }

    @Test
    void whatWaitedInATransactionThatFailedIsForgotten() {
        assertThatThrownBy(() -> db.inTransaction(() -> {
                    add(1, "lost").later();
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        db.inTransaction(() -> {
            add(2, "kept").later();
            return 0;
        });
        assertThat(words()).containsExactly("kept");
    }
}
