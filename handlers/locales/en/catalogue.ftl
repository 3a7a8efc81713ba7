# «Catalogue» and a seller's page.
button-seller = About the seller
button-sellers-gigs = Other gigs of the seller
seller-on-sale =
    { $n ->
        [one] { $n } gig on sale:
       *[other] { $n } gigs on sale:
    }
seller-sells-nothing = The seller has no gigs on sale now.

catalogue-title = Catalogue
catalogue-title-words = Catalogue: “{ $words }”
catalogue-choose = Choose a category or search by words.
catalogue-button-all = All gigs
catalogue-button-find = Search
catalogue-button-back = Back to the catalogue
catalogue-button-unfiltered = Without filters
catalogue-facts = { $price } · { $days } · rating: { $rating } · positive reviews: { $positive }
catalogue-own = This is your gig
catalogue-total =
    { $n ->
        [one] { $n } gig found
       *[other] { $n } gigs found
    }
catalogue-page = Page { $page } of { $pages }, gigs in all: { $total }
catalogue-shown-for = Shown for “{ $words }”
catalogue-partial = No gig has all of these words. Here are those with most of them:
catalogue-none = Nothing is here yet: gigs appear when sellers publish them. You can describe your task on the exchange now.
catalogue-none-found = Nothing was found. Try other words, look at all gigs, or describe your task on the exchange: sellers will offer a price and a term.
catalogue-ask-words = What are you looking for? Write it in words, such as: logo for a coffee shop. Typos don't matter.
catalogue-ask-price = Up to which price? Write a number, such as { $example }.
catalogue-price-most = up to { $price }
catalogue-days-most =
    { $days ->
        [one] up to { $days } day
       *[other] up to { $days } days
    }
catalogue-sort-rating = By rating
catalogue-sort-cheaper = Cheaper
catalogue-sort-quicker = Quicker
catalogue-sort-newest = Newest
catalogue-filter-category = Category
catalogue-filter-price = Price up to…
catalogue-filter-days = Term up to…
catalogue-choose-category = Which category?
catalogue-choose-days = In how many days at most is it to be ready?
catalogue-any-category = Any category
catalogue-any-days = Any term
catalogue-any-price = Any price
gig-category = Category: { $name }
gig-category-ask = In which category will buyers find “{ $title }”?
gig-category-none = No category
gig-category-button = Category
