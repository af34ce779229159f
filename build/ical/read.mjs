// Reads questions, one JSON value a line, and answers each with one JSON value a line. The tests ask; ical.js answers.
//   {"rule": "FREQ=…", "start": "2026-12-01", "limit": 50}  -> ["2026-12-01", …]      the days of a recurrence rule
//   {"calendar": "BEGIN:VCALENDAR…"}                        -> {"name", "events": […]}  what a calendar says, moments in UTC
import readline from 'node:readline';
import ICAL from 'ical.js';

function expand({ rule, start, limit }) {
  const days = [];
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(start));
  for (let day = iterator.next(); day && days.length < limit; day = iterator.next()) days.push(day.toString());
  return days;
}

function read({ calendar }) {
  const root = new ICAL.Component(ICAL.parse(calendar));
  // Moments are counted with the calendar's own description of the zone, which is thereby put to the test.
  ICAL.TimezoneService.reset();
  root.getAllSubcomponents('vtimezone').forEach((zone) => ICAL.TimezoneService.register(zone));
  const utc = (time) => time.convertToZone(ICAL.Timezone.utcTimezone).toString();
  const events = root.getAllSubcomponents('vevent').map((component) => {
    const text = (name) => component.getFirstPropertyValue(name)?.toString() ?? null;
    const at = (name) => utc(component.getFirstPropertyValue(name));
    return {
      uid: text('uid'), sequence: Number(text('sequence')), start: at('dtstart'), end: at('dtend'), changed: at('last-modified'),
      status: text('status'), summary: text('summary'), description: text('description'), location: text('location'),
    };
  });
  return { name: root.getFirstPropertyValue('name'), events };
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  console.log(JSON.stringify(question.rule ? expand(question) : read(question)));
}
