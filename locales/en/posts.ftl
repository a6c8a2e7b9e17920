# The post for citizens: draft, editing, approval, posting.

command-publish = Post for citizens

post-heading = What citizens wrote about: { $kind ->
    [week] week { $period }
   *[other] { $period }
}
post-figures = The administration received { $received ->
    [one] { $received } message
   *[other] { $received } messages
}. Answered: { $answered }, { $on_time } of them in time.{ $known ->
    [yes] { " " }Half of the answers took { $median } at most.
   *[no] { "" }
}
post-topics = Most written about:
post-topic = • { $name } — { $count }, answered { $answered }
post-where = Problems can be reported on “Gosuslugi”, in the section “Reshaem vmeste”, or on the portal “Upravlyaem vmeste”.
post-chart-title = What citizens wrote about
post-chart-received = messages
post-chart-answered = were answered
post-chart-topic = { $count } (answered { $answered })
post-chart-places = Where people write from

post-card = <b>Post for citizens</b> · { $period }
    Drafted by { $who } (cl. 2.2.3)
post-shown = <blockquote>{ $text }</blockquote>
post-length = { $count } characters of { $limit } · a chart goes with the text
post-channel = { $known ->
    [yes] Channel: “{ $title }”
    [here] No channel is bound: there is nowhere to post.
   *[no] No channel is bound. The head binds it.
}
post-personal = Check: something in the text looks like a phone number, an e-mail address or a flat.
post-waits = { $mine ->
    [yes] Post it? Check the text: there must be no names or addresses in it.
   *[no] Waiting for the head to confirm.
}
post-ask-edit = Send the whole text in one message, up to { $limit } characters. No names, phone numbers or addresses of citizens may be in it.
post-ask-channel = Add the bot to the channel as an administrator who may post, then send the channel’s name: @name or a link t.me/name.
post-cancelled = Cancelled, nothing was posted.
post-cancelled-by-head = The head has cancelled your post for citizens. Start again: /publish
post-sending = Posting to “{ $title }”.
post-sent = Posted in “{ $title }”.
post-failed = Not posted in “{ $title }”: the messenger answered “{ $reason }”. Check that the bot is an administrator of the channel who may post.
channel-bound = The channel “{ $title }” is bound: posts for citizens go there.
channel-not-found = The channel { $named } was not found. Check the name and add the bot to the channel as an administrator.
channel-is-none = { $named } is not a channel. Posts for citizens go to a channel.
channel-not-allowed = In the channel { $named } the bot may not post. Give it the right to post messages in the channel’s settings.

button-publish = Post
button-submit-post = Send to the head to confirm
button-edit-post = Change the text
button-post-month = For last month
button-post-week = For last week
button-bind-channel = Bind a channel
button-publish-again = Post again
button-open-post = Open in the channel

toast-post-submitted = Sent to the head to confirm.

refusal-no-such-post = There is no such post. Start again: /publish
refusal-post-too-long = The text has { $length } characters, { $limit } fit under a picture. Shorten it and send again.
refusal-post-is-draft = The post is not out yet.
refusal-post-is-waiting = The post is already waiting for the head to confirm.
refusal-post-is-approved = The post is confirmed and on its way.
refusal-post-is-sent = The post is out already.
refusal-post-is-cancelled = This post is cancelled. Start again: /publish
refusal-nobody-approves = Nobody can confirm now: neither the head nor the acting head has a chat bound (cl. 4.3). Ask the bot’s administrator.
refusal-no-public-channel = There is nowhere to post: no channel is bound. Tap “Bind a channel” on the post’s card.
refusal-channel-unreadable = This is not a channel’s name. Example: @channel_name or https://t.me/channel_name
refusal-post-of-nothing = No messages came in { $period }: there is nothing to tell the citizens (cl. 2.2.3).
