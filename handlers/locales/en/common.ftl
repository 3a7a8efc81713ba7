# Words that all screens share.
duration-days = { $n } d
duration-hours = { $n } h
duration-minutes = { $n } min
in-duration = in { $duration }
duration-ago = { $duration } ago

button-done = Done
button-add-more = Add more
button-back = Back
button-cancel = Cancel
button-skip = Skip

somebody = no name
files-count =
    { $n ->
        [one] { $n } file
       *[other] { $n } files
    }
refused = { $sentence }
