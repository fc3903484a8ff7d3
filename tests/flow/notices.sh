#!/bin/sh
# Messages: an entry puts them into the outbox, deliver sends each at least once, and one that was cut off between
# sending and noting it comes again under the same key. No name or address stands in the outbox itself.
. "$SOURCE/tests/story.sh"

mkdir rules
cp "$RULES"/*.bylaw "$WORKFLOWS"/*.yaml rules
sed -i 's/^  series .*/&\n  notices      invitations, decisions/' rules/charter.bylaw
does init --rules rules --origin bylaw.example/story --me dina --at '2026-02-27 09:00'
sed -e 's/name: Emil Sand/name: Émil Sand, email: emil@example.org/' -e 's/name: Hana Kim/name: Hana Kim, email: hana@example.org/' \
    "$PEOPLE" >people.yaml
printf 'people: [{ key: gail, name: Gail, email: "gail@example.org\\nBcc: x@example.org" }]\n' >wrong.yaml
refuses 'has an email that is no address' import wrong.yaml --at '2026-02-27 09:20'
does import people.yaml --at '2026-02-27 09:30'
does convene partnership_review_board --on 2026-03-24 --at '2026-03-13 09:00'
does outbox
says 'Hana Kim'
says 'partnership_review_board meets on 2026-03-24'
sqlite3 -readonly "$BYLAW_BOOK" "SELECT hex(key) || hex(value) FROM projections WHERE space = 'outbox'" >held
! grep -qi "$(printf 'example.org' | od -An -tx1 | tr -d ' \n')" held || fail 'an address stands in the outbox'

cat >post <<'END2'
#!/bin/sh
# Keeps the message, then does what it is told.
cat >>"$PWD/sent"
. "$PWD/then"
END2
chmod +x post
deliver() { ends "$1" deliver --via "$PWD/post -t" --from board@example.org --patience "$2" --once; }

echo 'exit 75' >'then'
deliver 1 1
says '5 could not be'
does outbox
says 'post ended with 75'
says 'nobody has entered an address (email) for this person'

# Killed when the message is out and this is not yet noted.
sleep 2
: >sent
echo 'kill -9 $PPID' >'then'
"$BYLAW" deliver --via "$PWD/post -t" --from board@example.org --patience 1 --once >out 2>err && fail 'it lives on'
[ "$(grep -c '^X-Bylaw-Key: ' sent)" -eq 1 ] || fail 'one message was out'
echo 'exit 0' >'then'
sleep 5
deliver 1 1
says '2 messages were sent'
[ "$(grep '^X-Bylaw-Key: ' sent | sort | uniq -d | wc -l)" -eq 1 ] || fail 'the one that was cut off came again under its key'
[ "$(grep '^X-Bylaw-Key: ' sent | sort -u | wc -l)" -eq 2 ]
[ "$(grep -c '^Message-ID: ' sent)" -eq 3 ]
python3 - <<'END2' || fail 'another reader does not understand the message'
import email, email.policy
text = open("sent").read()
first = text[:text.index("\nFrom: ") + 1]
message = email.message_from_string(first, policy=email.policy.default)
assert message["Subject"] == "partnership_review_board meets on 2026-03-24", message["Subject"]
assert message["To"].addresses[0].addr_spec in ("emil@example.org", "hana@example.org")
assert message["To"].addresses[0].display_name in ("Émil Sand", "Hana Kim"), message["To"]
assert message.get_content().startswith("partnership_review_board meets on 2026-03-24: MTG-2026-001."), message.get_content()
assert not message.defects
END2

# To a web address, signed: what it does not take comes again under its key.
cat >hook.py <<'END2'
import hashlib, hmac, http.server, json
answers, seen = [500, 204, 204], []
class Hook(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        time, proof = (part[part.index("=") + 1:] for part in self.headers["Bylaw-Signature"].split(","))
        assert proof == hmac.new(b"sixteen or more letters", f"{time}.".encode() + body, hashlib.sha256).hexdigest()
        assert json.loads(body)["key"] == self.headers["Bylaw-Key"]
        seen.append(self.headers["Bylaw-Key"])
        self.send_response(answers[len(seen) - 1])
        self.end_headers()
    def log_message(self, *_):
        pass
server = http.server.HTTPServer(("127.0.0.1", 0), Hook)
open("port.part", "w").write(str(server.server_port))
__import__("os").rename("port.part", "port")
while len(seen) < len(answers):
    server.handle_request()
open("keys", "w").write("\n".join(seen))
END2
python3 hook.py &
hook=$!
trap 'kill "$hook" 2>/dev/null || :' EXIT
while [ ! -e port ]; do sleep 0.1; done
echo 'sixteen or more letters' >secret
does cancel MTG-1 --because 'the chair is ill' --at '2026-03-14 09:00'
post_it() { ends 1 deliver --webhook "http://127.0.0.1:$(cat port)/board" --secret-file secret --patience 1 --once; }
post_it
says '1 message was sent'
sleep 2
post_it
wait $hook || fail 'the web address was posted something else'
[ "$(sort keys | uniq -d | wc -l)" -eq 1 ] || fail 'what was not taken came again under its key'
does outbox
hides 'Hana'
says 'Farah Aziz'
cp out before
does rebuild
does outbox
cmp out before || fail 'a rebuild makes another outbox'
does verify
does replay
