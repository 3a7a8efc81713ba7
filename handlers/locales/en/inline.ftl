# “@bot words” in any chat.
inline-description = { $price } · { $days } · rating: { $rating }
inline-button-open = Open
inline-above = Open the catalogue
inline-nothing = Nothing was found. Open the catalogue
inline-nothing-yet = Nothing is on sale yet. Open the bot
inline-banned = Access is closed. Find out why
inline-failed = The search did not work. Open the bot
gig-button-show-in-chat = Show in a chat
help-inline = In any chat type { $bot } and what you look for: the bot offers gigs, and you can send the one you choose.
