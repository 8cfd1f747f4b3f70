-- Words that people spell as they hear them (names, SKUs), each with itself and itself without any one of its first
-- letters: two words that differ by one letter more, less, other or out of turn share one of these, so that the word
-- somebody meant is found by its key. Both tables can be dropped and filled again from the words of orders.
create table insight.term (
    word text collate "C" not null primary key
);
create table insight.term_key (
    key  text collate "C" not null,
    word text collate "C" not null,
    primary key (key, word)
);
comment on table insight.term is 'the names and SKUs that orders have, each once';

insert into insight.term (word)
select distinct word from insight.order_word where kind in ('name', 'sku');

insert into insight.term_key (key, word)
select distinct k.key, t.word
  from insight.term t
 cross join lateral (select left(t.word, 16) as key
                      union all
                     select overlay(left(t.word, 16) placing '' from i for 1)
                       from generate_series(1, least(16, length(t.word))) as i) k;
