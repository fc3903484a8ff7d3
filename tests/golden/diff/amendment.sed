# An amendment as a board might be asked to pass: whole matters up to USD 150_000 stay with the verticals, the
# review board needs two thirds to be there, and what the CTO leaves undecided goes on to the CEO.
s/\(| A4 .*\)< USD 100_000/\1< USD 150_000/
s/\(| A5 .*\)>= USD 100_000/\1>= USD 150_000/
/^body partnership_review_board/,/^}/s/more than 1\/2 of members in office/at least 2\/3 of members in office/
/^escalation to_cto/,/^}/{
  s/\(| 1     | cto | 10 working days |\) reject     |/\1 next       |/
  /^}/i\
  | 2     | ceo | 5 working days  | reject     |
}
